// What the document says in words: about the API, its tags, and its parameters' examples.

export const INTRODUCTION = `Billing and customer cases (PQR) of Colombian water and sewerage utilities.

Domain words are Spanish, as a utility says them: \`cliente\` (an account), \`factura\` (a bill), \`lectura\` (a meter
reading), \`periodo\` (a billing period), \`pqr\` (petición, queja, reclamo, recurso). Field names are the same on every
door and in the database.

- **Sign in** with \`POST /api/auth/login\` and send the token as \`Authorization: Bearer …\`.
- **Tenant**: the token's; \`X-Tenant-ID\` names one where there is no token. The answer echoes it.
- **Lists** answer a bare array. \`Link: <…>; rel="next"\` leads to the next page; \`?count=true\` adds \`X-Total-Count\`.
- **Refusals** are \`application/problem+json\` with a Spanish sentence in \`detail\` and a stable \`code\`.
- **Idempotency**: repeat a write with the same \`Idempotency-Key\` and get its first answer again.
- **Versions**: reads of one thing carry an \`ETag\`; send it as \`If-Match\` and a change of something newer is a 412.
- **Money** is whole Colombian pesos; unit tariffs are decimal text. Dates are \`yyyy-mm-dd\` in America/Bogota.
- **Compatibility**: fields are added, never renamed; a client must ignore fields it does not know.`;

/** Every tag of the router's \`meta.rest.tag\`, in the order the document shows them. */
export const TAGS: Record<string, string> = {
  Acceso: 'Signing in and out, and forgotten passwords.',
  Usuarios: 'People who use the program, their roles, and the accounts a citizen may see.',
  Empresas: 'Tenants: the utilities of this installation.',
  Clientes: 'Accounts: who is served, where, with which services and stratum.',
  'Medidores y lecturas': 'Meters, the accounts they are installed at, and what was read on them.',
  Tarifas: 'Versions of the tariffs, and what a consumption would cost.',
  'Ciclos y rutas': 'Billing cycles and reading routes.',
  Periodos: 'Billing periods: liquidation (calculating) and emission (issuing) of their bills.',
  Ejecuciones: 'Long pieces of work (liquidations, emissions, imports) and how far they are.',
  Facturas: 'Bills: their lines, their history, and how each was calculated.',
  'Notas y correcciones': 'What corrects an issued bill: credit and debit notes, changes of the past with their undo.',
  Pagos: 'Payments: where every peso went, their receipts, their undoing; and the ledger of an account.',
  Caja: 'The cash desk: sessions of a cashier, what was taken out, what was counted at closing.',
  Pasarela: 'Payments over the gateway: its settings, attempts, events, and the desk of what does not agree.',
  'Archivos de recaudo':
    'Collection files of banks (Asobancaria 2001): reading, applying, the rows that wait for a person, and what each bank does its own way.',
  Terceros: "Those whose money is billed with the utility's, and how much of it was billed.",
  Cargos: 'Lines that wait for the next bill of an account.',
  Cartera: 'Arrears: ages, collections, monthly rates, minimum wages, and accounts to suspend.',
  Conciliación: 'Deposits at the banks, and each day of collection against them.',
  Convenios: 'Payment agreements: instalments on the bills to come.',
  Órdenes: 'Orders for the field: suspend, restore, cut, reconnect, inspect; and their evidence.',
  PQR: 'Cases: peticiones, quejas, reclamos, sugerencias, denuncias, recursos.',
  Calendario: 'Colombian holidays and legal deadlines.',
  Público: 'What anyone may ask without signing in.',
};

/** Examples of parameters by name, where the schema has none of its own. */
export const EXAMPLES: Record<string, unknown> = {
  numero_cuenta: '05440-0001',
  numero_factura: 'MANUAL-0001',
  radicado: 'PUBLIC-PQR-20260731-00001',
  user_id: 2,
  ejecucion_id: 1,
  lote: 0,
  nota_id: 1,
  correccion_id: 1,
  masiva_id: 1,
  codigo: '2026-01',
  anio: 2026,
  recibido: '2026-07-31',
  mes: '2026-07',
  tercero: 'aseo',
  cargo_id: 1,
  numero_orden: 'ORD0000001',
  numero_convenio: 'CNV0000001',
  pago_id: 1,
  archivo_recaudo_id: 1,
  recaudo_id: 1,
  banco: '007',
  reverso_id: 1,
  caja_id: 1,
  transaccion_id: 1,
  recibo: 'RC000000001',
};
