import type { TipoPqr } from '@cunservicios/domain/pqr/listas';

/** What each kind of case is for, for who files one. */
export const EXPLICA_TIPO: Record<TipoPqr, string> = {
  Petición: 'Pedir información, documentos o un servicio.',
  Queja: 'Inconformidad con la atención o con una persona de la empresa.',
  Reclamo: 'Inconformidad con una factura, el consumo o la calidad del servicio.',
  Sugerencia: 'Una idea para mejorar.',
  Denuncia: 'Poner en conocimiento un hecho irregular.',
  Recurso: 'Pedir que se revise una respuesta ya dada (reposición y apelación).',
};
