/** Identity documents, with DIAN's code of each. Only NIT has a check digit. */
export const DOCUMENTOS = {
  CC: { nombre: 'Cédula de ciudadanía', codigo_dian: '13', forma: /^\d{3,10}$/ },
  CE: { nombre: 'Cédula de extranjería', codigo_dian: '22', forma: /^[A-Z0-9]{3,12}$/ },
  TI: { nombre: 'Tarjeta de identidad', codigo_dian: '12', forma: /^\d{10,11}$/ },
  NIT: { nombre: 'NIT', codigo_dian: '31', forma: /^\d{6,15}$/ },
  PAS: { nombre: 'Pasaporte', codigo_dian: '41', forma: /^[A-Z0-9]{4,16}$/ },
  PEP: { nombre: 'Permiso especial de permanencia', codigo_dian: '47', forma: /^\d{6,15}$/ },
  PPT: { nombre: 'Permiso por protección temporal', codigo_dian: '48', forma: /^\d{4,12}$/ },
} as const;

export const TIPOS_DOCUMENTO = [
  'CC',
  'CE',
  'TI',
  'NIT',
  'PAS',
  'PEP',
  'PPT',
] as const satisfies readonly (keyof typeof DOCUMENTOS)[];
export type TipoDocumento = (typeof TIPOS_DOCUMENTO)[number];
