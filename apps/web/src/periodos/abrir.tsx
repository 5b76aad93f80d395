import { createPeriodo } from '@cunservicios/api/periodos/periodos.schema';
import { addDays, addMonths } from '@cunservicios/domain/calendario/fechas';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { hoy } from '../core/fechas.ts';
import { refrescar, trpc } from '../core/trpc.ts';
import type { Outputs } from '../core/trpc.ts';
import { BotonVentana } from '../ui/dialog.tsx';
import { Lista, Texto } from '../ui/field.tsx';
import { Formulario } from '../ui/formulario.tsx';
import { useFormulario } from '../ui/use-formulario.ts';

type Ciclo = Outputs['ciclos']['list']['items'][number];

export const AbrirPeriodo = ({ ciclos }: { ciclos: Ciclo[] }) => (
  <BotonVentana boton="Abrir un periodo">
    {(cerrar) =>
      ciclos.length === 0 ? (
        <p>Primero cree un ciclo: es el grupo de rutas que se factura junto.</p>
      ) : (
        <FormularioPeriodo ciclos={ciclos} cerrar={cerrar} />
      )
    }
  </BotonVentana>
);

/** The dates of a period that begins on the first of a month. */
function fechasDe(codigo: string, meses: number) {
  const desde = `${codigo}-01`;
  const hasta = addDays(addMonths(desde, meses), -1);
  const fecha_emision = addDays(hasta, 1);
  return { desde, hasta, fecha_emision, fecha_vencimiento: addDays(fecha_emision, 15) };
}

function FormularioPeriodo({ ciclos, cerrar }: { ciclos: Ciclo[]; cerrar: () => void }) {
  const navigate = useNavigate();
  const meses = (codigo: string | undefined) =>
    ciclos.find((ciclo) => ciclo.codigo === codigo)?.periodicidad === 'bimestral' ? 2 : 1;
  const mes = hoy().slice(0, 7);
  const first = ciclos[0]?.codigo ?? '';
  const abrir = useMutation(
    trpc.periodos.create.mutationOptions({
      onSuccess: async ({ ciclo, codigo }) => {
        await refrescar(trpc.periodos.pathFilter());
        await navigate({ to: '/oficina/periodos/$ciclo/$codigo', params: { ciclo, codigo } });
      },
    }),
  );
  const { campo, setValue, getValues, ...de } = useFormulario(createPeriodo, {
    inicial: { ciclo: first, codigo: mes, ...fechasDe(mes, meses(first)) },
    mutacion: abrir,
  });

  const propose = () => {
    const { codigo, ciclo } = getValues();
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(codigo)) return;
    const fechas = fechasDe(codigo, meses(ciclo));
    for (const [campo, fecha] of Object.entries(fechas)) setValue(campo as keyof typeof fechas, fecha);
  };

  return (
    <Formulario de={de} accion="Abrir el periodo" cancelar={cerrar}>
      <div className="fila-campos">
        <Lista etiqueta="Ciclo" {...campo('ciclo', { onChange: propose })}>
          {ciclos.map(({ codigo, nombre }) => (
            <option key={codigo} value={codigo}>
              {codigo}: {nombre}
            </option>
          ))}
        </Lista>
        <Texto
          etiqueta="Código"
          ayuda="Como 2026-04: propone las fechas."
          autoComplete="off"
          {...campo('codigo', { onChange: propose })}
        />
      </div>
      <div className="fila-campos">
        <Texto etiqueta="Primer día" type="date" {...campo('desde')} />
        <Texto etiqueta="Último día" type="date" {...campo('hasta')} />
      </div>
      <div className="fila-campos">
        <Texto etiqueta="Fecha de emisión" type="date" {...campo('fecha_emision')} />
        <Texto etiqueta="Fecha límite de pago" type="date" {...campo('fecha_vencimiento')} />
      </div>
    </Formulario>
  );
}
