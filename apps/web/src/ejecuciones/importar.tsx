import { Link } from '@tanstack/react-router';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { Page } from '../ui/page.tsx';
import { Prohibida } from '../ui/whole-page.tsx';
import { Recientes } from './recientes.tsx';
import { SubirArchivo } from './subir-archivo.tsx';

export function Importar() {
  const roles = useUser()?.roles ?? [];
  const clientes = hasRole(roles, 'admin', 'atencion');
  const facturacion = hasRole(roles, 'admin', 'facturacion');
  if (!clientes && !facturacion) return <Prohibida quien="quienes llevan clientes o facturación" />;
  return (
    <Page
      titulo="Importar"
      bajada="Un archivo repetido no cambia nada: las filas iguales se cuentan como «sin cambio»."
    >
      <div className="columnas">
        {clientes && (
          <SubirArchivo
            titulo="Clientes"
            path="/clientes/importar"
            tipo="text/csv"
            extension=".csv"
            ayuda="CSV con la primera fila: numero_cuenta, nombre, direccion, uso, estrato, servicios, ciclo, ruta, orden, medidor… Crea los que no existen y cambia los demás."
          />
        )}
        {facturacion && (
          <SubirArchivo
            titulo="Lecturas"
            path="/lecturas/importar"
            tipo="text/csv"
            extension=".csv"
            ayuda="CSV con la primera fila: medidor, fecha_lectura, lectura_m3, tipo y, si no se pudo leer, causal."
          />
        )}
        {facturacion && (
          <SubirArchivo
            titulo="Tarifas"
            path="/tarifas/importar"
            tipo="application/json"
            extension=".json"
            ayuda="JSON con las versiones: vigente_desde, fuente, servicios y factores. Se acepta entero o no se acepta."
          />
        )}
      </div>
      <p className="suave">
        Después de las lecturas, <Link to="/oficina/periodos">liquide el periodo</Link>. Los cargos del aseo y de otros
        se importan en <Link to="/oficina/terceros">Terceros</Link>.
      </p>
      <Recientes />
    </Page>
  );
}
