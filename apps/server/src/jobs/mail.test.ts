import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailer } from './mail.ts';

const mail = {
  para: 'ana@ejemplo.co',
  asunto: 'Restablecer su contraseña',
  texto: 'Abra el enlace:\n\nhttp://localhost/x',
};
const dataDir = mkdtempSync(join(tmpdir(), 'cunservicios-mail-'));

describe('mail', () => {
  const received: { to: string[]; text: string }[] = [];
  let smtpUrl: string;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      let text = '';
      stream.on('data', (piece: Buffer) => (text += String(piece)));
      stream.on('end', () => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
    smtpUrl = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
  });
  afterAll(async () => {
    rmSync(dataDir, { recursive: true });
    await new Promise<void>((done) => server.close(() => done()));
  });

  it('goes to the server of SMTP_URL', async () => {
    await openMailer({ dataDir, smtpUrl }).send(mail);
    expect(received.at(-1)).toMatchObject({ to: ['ana@ejemplo.co'] });
    expect(received.at(-1)?.text).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  it('takes no header and no recipient from a text with line breaks', async () => {
    await openMailer({ dataDir, smtpUrl }).send({ ...mail, asunto: 'Hola\r\nBcc: otro@ejemplo.co' });
    expect(received.at(-1)?.to).toEqual(['ana@ejemplo.co']);
    expect(received.at(-1)?.text).not.toMatch(/^Bcc:/im);
  });

  it('goes to a file without SMTP_URL', async () => {
    await openMailer({ dataDir }).send(mail);
    const [file = ''] = readdirSync(join(dataDir, 'mail'));
    expect(file).toMatch(/ana@ejemplo\.co\.eml$/);
    expect(readFileSync(join(dataDir, 'mail', file), 'utf8')).toContain('http://localhost/x');
  });

  it('is an error, to be tried again, when the server is down', async () => {
    await expect(openMailer({ dataDir, smtpUrl: 'smtp://127.0.0.1:9' }).send(mail)).rejects.toThrow(/ECONNREFUSED/);
  });
});
