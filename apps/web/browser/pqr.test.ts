import { beforeAll, expect, it } from 'vitest';
import { DESK, describeInBrowser, keepPicture, PASSWORD, PHONE, signIn } from './testing/room.ts';
import { fillUtility } from './testing/utility.ts';

describeInBrowser('a PQR', (room) => {
  let cuenta = '';
  let ciudadano = '';
  beforeAll(async () => {
    ({ cuenta, ciudadano } = await fillUtility(room));
  }, 120_000);

  it('is filed by a citizen on a phone, answered by the desk, and followed to its end', async () => {
    const phone = await room.open(PHONE);
    await signIn(phone, ciudadano, PASSWORD);
    await phone.getByRole('link', { name: `Cuenta ${cuenta}` }).click();
    await phone.getByRole('link', { name: 'Presentar una PQR' }).click();
    await phone.getByLabel('Qué presenta').selectOption('Queja');
    await phone.getByRole('button', { name: 'Radicar' }).click();
    await phone.getByText('Escriba al menos 3 caracteres.').waitFor();
    await phone.getByLabel('Asunto').fill('Fuga frente a la casa');
    await phone.getByLabel('Descripción').fill('Hay una fuga de agua en la calle desde el lunes.');
    await phone.getByRole('button', { name: 'Radicar' }).click();
    await phone.getByRole('heading', { level: 1, name: 'Fuga frente a la casa' }).waitFor();
    await phone.getByText(/debe responderle a más tardar el \S+ \d+ de/).waitFor();
    await keepPicture(phone, 'pqr-ciudadano');

    const desk = await room.open(DESK);
    await signIn(desk, room.tenant.email, room.tenant.password);
    await desk.getByRole('link', { name: 'PQR', exact: true }).click();
    await desk.getByRole('link', { name: 'Fuga frente a la casa' }).click();
    await desk
      .getByText(/en 14 días hábiles|en 15 días hábiles/)
      .first()
      .waitFor();
    await desk.getByRole('button', { name: 'Pasar a trámite' }).click();
    await desk.getByText('De «Recibido» a «En trámite»').waitFor();
    await desk.getByLabel('Nota').fill('Se reparó la fuga el martes.');
    await desk.getByRole('button', { name: 'Marcar como respondida' }).click();
    await desk.getByText('Respondida', { exact: true }).waitFor();
    await keepPicture(desk, 'pqr-oficina');

    await phone.reload();
    await phone.getByText('Se reparó la fuga el martes.').waitFor();
    await expect.poll(() => phone.getByRole('button', { name: 'Cerrar el caso' }).count()).toBe(0);
  });
});
