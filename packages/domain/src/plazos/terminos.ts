// Terms that are law, in business days unless their name says months or hours.
import type { Vigencia } from '../vigencia.ts';
import { vigenteEn } from '../vigencia.ts';

type Termino = Vigencia & { readonly termino: string; readonly cantidad: number };

const LEY_142 = '1994-07-11';

export const TERMINOS = [
  /** Answer to every petición, queja, reclamo and recurso. */
  {
    termino: 'respuesta_pqr',
    cantidad: 15,
    vigente_desde: LEY_142,
    norma: 'Ley 142/1994 art. 158; Decreto-ley 2150/1995 art. 123',
  },
  /** The user's appeal, from notification. */
  { termino: 'recurso', cantidad: 5, vigente_desde: LEY_142, norma: 'Ley 142/1994 art. 154' },
  /** Citation sent after the decision, and again until the aviso. */
  { termino: 'citacion', cantidad: 5, vigente_desde: '2012-07-02', norma: 'Ley 1437/2011 arts. 67 a 69' },
  { termino: 'comparecencia', cantidad: 5, vigente_desde: '2012-07-02', norma: 'Ley 1437/2011 arts. 67 a 69' },
  /** File of an appeal to the SSPD, from notifying the reposición decision. */
  { termino: 'traslado_sspd', cantidad: 3, vigente_desde: '2001-08-28', norma: 'Ley 689/2001 art. 20' },
  /** Personal data: to consult and to correct. */
  { termino: 'consulta_datos', cantidad: 10, vigente_desde: '2012-10-17', norma: 'Ley 1581/2012 art. 14' },
  { termino: 'reclamo_datos', cantidad: 15, vigente_desde: '2012-10-17', norma: 'Ley 1581/2012 art. 15' },
  { termino: 'reclamo_factura_meses', cantidad: 5, vigente_desde: LEY_142, norma: 'Ley 142/1994 art. 154' },
  { termino: 'cobro_inoportuno_meses', cantidad: 5, vigente_desde: LEY_142, norma: 'Ley 142/1994 art. 150' },
  {
    termino: 'reconocer_silencio_horas',
    cantidad: 72,
    vigente_desde: '1995-12-06',
    norma: 'Decreto-ley 2150/1995 art. 123',
  },
] as const satisfies readonly Termino[];

export type NombreTermino = (typeof TERMINOS)[number]['termino'];

/** A term in force on a date (the newest without one). Throws ReglaError `sin_norma`. */
export const terminoDe = (termino: NombreTermino, fecha?: string): Termino =>
  vigenteEn<Termino>(
    TERMINOS.filter((t) => t.termino === termino),
    fecha,
    'términos legales',
  );
