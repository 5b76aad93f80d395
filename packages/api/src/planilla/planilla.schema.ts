import { z } from 'zod';

export const formato = z
  .enum(['csv', 'xlsx'])
  .default('csv')
  .meta({ description: '`csv`: for Excel in Colombia (UTF-8 with BOM, `;`). `xlsx`: with numbers and dates as such' });
