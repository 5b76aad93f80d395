import { Page } from '../ui/page.tsx';
import { SimularFactura } from '../tarifas/simular.tsx';

export const Simulador = () => (
  <Page
    titulo="¿Cuánto costaría?"
    ventana="Simulador"
    bajada="Calcule una factura de acueducto y alcantarillado con las tarifas vigentes."
  >
    <SimularFactura enDireccion />
  </Page>
);
