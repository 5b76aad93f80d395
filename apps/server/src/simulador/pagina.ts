// The pages of the stand-in: plain HTML, no script. Everything that came from outside is escaped.

const escaped = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] as string,
  );

const page = (title: string, body: string) => `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: #f3f1f7; color: #1c1730 }
main { max-width: 26rem; margin: 0 auto; padding: 1.5rem 1rem; display: grid; gap: 1rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 }
form p { margin: 0 }
form, .caja { background: #fff; border: 1px solid #cfc8de; border-radius: 8px; padding: 1rem; display: grid; gap: .75rem }
fieldset { border: 0; padding: 0; margin: 0; display: grid; gap: .5rem }
legend { font-weight: 600; padding: 0 }
label { display: flex; gap: .5rem; align-items: center; min-height: 2rem }
button { font: inherit; padding: .6rem 1rem; border-radius: 6px; border: 1px solid #4b2e83; background: #4b2e83; color: #fff; cursor: pointer }
.valor { font-size: 1.75rem; font-weight: 700; margin: 0 }
.aviso { border-left: 4px solid #8a5a00; padding-left: .75rem; margin: 0 }
p { overflow-wrap: anywhere }
</style>
</head>
<body><main>
<h1>${escaped(title)}</h1>
${body}
</main></body>
</html>`;

export type Cobro = { public_key: string; reference: string; centavos: number; currency: string; vuelta: string };

/** Where a person chooses how to pay, and what is to come of it. */
export const paginaDePago = ({ public_key, reference, centavos, currency, vuelta }: Cobro, firma: string) =>
  page(
    'Simulador de pagos',
    `<p class="aviso">Aquí nadie paga de verdad: es una pasarela de mentira para probar Cunservicios.</p>
<form method="post" action="/p/">
<p class="valor">$ ${(centavos / 100).toLocaleString('es-CO')} <small>${escaped(currency)}</small></p>
<p>Referencia ${escaped(reference)}</p>
${Object.entries({ public_key, reference, centavos, currency, vuelta, firma })
  .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(String(value))}">`)
  .join('\n')}
<fieldset><legend>Con qué paga</legend>
<label><input type="radio" name="metodo" value="PSE" checked> PSE (débito de su banco)</label>
<label><input type="radio" name="metodo" value="CARD"> Tarjeta</label>
<label><input type="radio" name="metodo" value="NEQUI"> Nequi</label>
</fieldset>
<fieldset><legend>Qué responde el banco</legend>
<label><input type="radio" name="desenlace" value="APPROVED" checked> Aprueba</label>
<label><input type="radio" name="desenlace" value="TARDE"> Aprueba, pero se demora unos segundos</label>
<label><input type="radio" name="desenlace" value="DECLINED"> Rechaza</label>
<label><input type="radio" name="desenlace" value="ERROR"> Falla</label>
<label><input type="radio" name="desenlace" value="PENDING"> No responde</label>
</fieldset>
<button type="submit">Pagar</button>
</form>`,
  );

export const paginaDeError = (frase: string) =>
  page('No se puede pagar', `<div class="caja"><p>${escaped(frase)}</p></div>`);
