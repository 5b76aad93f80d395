import { Page } from '../ui/page.tsx';
import { BuscarFactura } from './buscar-factura.tsx';

export const Portada = () => (
  <Page
    titulo="Consulte su factura del agua"
    ventana="Consulte su factura"
    bajada="Sin registrarse: con dos números que están en su factura de papel."
  >
    <div className="columnas">
      <section className="tarjeta" aria-label="Buscar una factura">
        <BuscarFactura />
      </section>
      <section className="pila ancha" aria-labelledby="mas">
        <h2 id="mas">También puede</h2>
        <div className="pila">
          <h3>
            <a href="/simulador">Simular una factura</a>
          </h3>
          <p className="suave">Cuánto costaría un consumo con las tarifas vigentes, línea por línea.</p>
        </div>
        <div className="pila">
          <h3>
            <a href="/entrar">Entrar con su correo</a>
          </h3>
          <p className="suave">
            Ver todas sus facturas y su consumo, presentar una petición, queja o reclamo y seguir su respuesta.
          </p>
        </div>
      </section>
    </div>
  </Page>
);
