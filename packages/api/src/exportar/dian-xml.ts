// The same document in the words of UBL 2.1: subsidies are allowances, contributions charges, the meter an extension.
import type { DocumentoDian } from './documento-dian.ts';

const ESPACIOS = [
  'xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"',
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"',
  'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"',
  'xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"',
].join(' ');

type Valor = string | number | null | undefined;

const escapar = (texto: string) =>
  texto.replace(/[&<>"]/g, (letra) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letra] ?? letra);
/** An element; nothing when there is nothing to say. */
const el = (nombre: string, valor: Valor, atributos = '') =>
  valor === null || valor === undefined || valor === ''
    ? ''
    : `<${nombre}${atributos}>${escapar(String(valor))}</${nombre}>`;
const grupo = (nombre: string, ...hijos: string[]) => `<${nombre}>${hijos.join('')}</${nombre}>`;
const dinero = (nombre: string, valor: number) => el(nombre, `${valor}.00`, ' currencyID="COP"');

export function dianXml(d: DocumentoDian): string {
  return [
    `<Invoice ${ESPACIOS}>`,
    extension(d),
    el('cbc:ID', d.numero),
    el('cbc:IssueDate', d.fecha_emision),
    el('cbc:DueDate', d.fecha_vencimiento),
    el('cbc:InvoiceTypeCode', d.tipo_documento),
    el('cbc:DocumentCurrencyCode', d.moneda),
    el('cbc:LineCountNumeric', d.lineas.length),
    d.periodo
      ? grupo('cac:InvoicePeriod', el('cbc:StartDate', d.periodo.desde), el('cbc:EndDate', d.periodo.hasta))
      : '',
    parte('cac:AccountingSupplierParty', { ...d.emisor, direccion: null, numero_cuenta: null }),
    parte('cac:AccountingCustomerParty', { ...d.cliente, dv: null }),
    grupo('cac:PaymentMeans', el('cbc:PaymentDueDate', d.fecha_vencimiento), el('cbc:PaymentID', d.referencia)),
    ajuste('false', 'Subsidio', d.subsidios),
    ajuste('true', 'Contribución', d.contribuciones),
    grupo('cac:TaxTotal', dinero('cbc:TaxAmount', d.impuestos)),
    grupo(
      'cac:LegalMonetaryTotal',
      dinero('cbc:LineExtensionAmount', d.subtotal),
      dinero('cbc:AllowanceTotalAmount', d.subsidios),
      dinero('cbc:ChargeTotalAmount', d.contribuciones),
      dinero('cbc:PayableAmount', d.total),
    ),
    ...d.lineas.map(linea),
    '</Invoice>\n',
  ].join('');
}

function extension({ prefijo, resolucion, medicion, terceros, saldo_anterior, a_pagar }: DocumentoDian) {
  const medidor = medicion
    ? grupo(
        'Medicion',
        el('Medidor', medicion.medidor),
        el('LecturaAnterior', medicion.lectura_anterior),
        el('LecturaActual', medicion.lectura_actual),
        el('Consumo', medicion.consumo_m3, ' unidad="MTQ"'),
        el('Base', medicion.base),
      )
    : '';
  const otros = terceros.map(({ nombre, nit, valor }) =>
    grupo('Tercero', el('Nombre', nombre), el('Nit', nit), dinero('Valor', valor)),
  );
  const contenido = grupo(
    'ServicioPublico',
    el('Prefijo', prefijo),
    el('Resolucion', resolucion),
    medidor,
    ...otros,
    dinero('SaldoAnterior', saldo_anterior),
    dinero('TotalAPagar', a_pagar),
  );
  return grupo('ext:UBLExtensions', grupo('ext:UBLExtension', grupo('ext:ExtensionContent', contenido)));
}

type Parte = {
  tipo_documento: string | null;
  documento: string | null;
  dv: number | null;
  nombre: string;
  numero_cuenta: string | null;
  direccion: string | null;
  municipio: string | null;
};

const parte = (nombre: string, p: Parte) =>
  grupo(
    nombre,
    el('cbc:CustomerAssignedAccountID', p.numero_cuenta),
    grupo(
      'cac:Party',
      grupo('cac:PartyName', el('cbc:Name', p.nombre)),
      grupo(
        'cac:PhysicalLocation',
        grupo(
          'cac:Address',
          el('cbc:ID', p.municipio),
          p.direccion ? grupo('cac:AddressLine', el('cbc:Line', p.direccion)) : '',
        ),
      ),
      grupo('cac:PartyTaxScheme', el('cbc:RegistrationName', p.nombre), el('cbc:CompanyID', p.documento, esquema(p))),
    ),
  );

const esquema = ({ tipo_documento, dv }: Parte) =>
  `${dv === null ? '' : ` schemeID="${dv}"`}${tipo_documento === null ? '' : ` schemeName="${tipo_documento}"`}`;

const ajuste = (cargo: 'true' | 'false', motivo: string, valor: number) =>
  valor === 0
    ? ''
    : grupo(
        'cac:AllowanceCharge',
        el('cbc:ChargeIndicator', cargo),
        el('cbc:AllowanceChargeReason', motivo),
        dinero('cbc:Amount', valor),
      );

const linea = ({
  numero,
  concepto,
  cantidad,
  valor_unitario,
  valor,
  codigo,
  tercero,
}: DocumentoDian['lineas'][number]) =>
  grupo(
    'cac:InvoiceLine',
    el('cbc:ID', numero),
    el('cbc:Note', tercero),
    el('cbc:InvoicedQuantity', cantidad),
    dinero('cbc:LineExtensionAmount', valor),
    grupo('cac:Item', el('cbc:Description', concepto), grupo('cac:SellersItemIdentification', el('cbc:ID', codigo))),
    grupo('cac:Price', el('cbc:PriceAmount', valor_unitario === '' ? null : valor_unitario, ' currencyID="COP"')),
  );
