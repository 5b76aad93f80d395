import type { Advertencia } from '@cunservicios/domain/consumo/listas';

export const ADVERTENCIA: Record<Advertencia, string> = {
  lectura_menor: 'Lectura menor que la anterior',
  desviacion_significativa: 'Desviación significativa',
  sin_base: 'Sin base para estimar',
  consumo_cero: 'Tres periodos en cero',
  medidor_sin_lectura_n: 'Varios periodos sin lectura',
  consumo_en_suspendido: 'Consumo con servicio suspendido',
  salto_de_ruta: 'Salto en la ruta',
};

export const nombreAdvertencia = (clave: string) => (ADVERTENCIA as Record<string, string>)[clave] ?? clave;
