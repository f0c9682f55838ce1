export async function sendMail(to: string, subject: string) {
  await fetch('https://mail.example.com/send', { method: 'POST', body: JSON.stringify({ to, subject }) });
}
