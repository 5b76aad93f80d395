// Mail through SMTP, or to files under the data folder when no server is set.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

export type Mail = { para: string; asunto: string; texto: string };
export type Mailer = { send: (mail: Mail) => Promise<void> };

type Options = { dataDir: string; smtpUrl?: string | undefined; mailFrom?: string | undefined };

export function openMailer({ dataDir, smtpUrl, mailFrom = 'no-responder@cunservicios.local' }: Options): Mailer {
  const message = ({ para, asunto, texto }: Mail) => ({
    from: mailFrom,
    to: oneLine(para),
    subject: oneLine(asunto),
    text: texto,
  });
  if (smtpUrl) {
    const transport = createTransport(smtpUrl);
    return { send: async (mail) => void (await transport.sendMail(message(mail))) };
  }
  const folder = join(dataDir, 'mail');
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (mail) => {
      const { message: source } = await transport.sendMail(message(mail));
      await mkdir(folder, { recursive: true });
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${mail.para.replace(/[^\w.@-]/g, '_')}.eml`;
      await writeFile(join(folder, name), source as Buffer);
    },
  };
}

/** A header must not be able to add another header. */
const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ');
