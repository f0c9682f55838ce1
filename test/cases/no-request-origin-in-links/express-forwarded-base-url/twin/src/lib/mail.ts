import nodemailer from 'nodemailer';

const transport = nodemailer.createTransport(process.env.SMTP_URL);

export async function mail(to: string, subject: string, text: string): Promise<void> {
  await transport.sendMail({ from: 'help@example.com', to, subject, text });
}
