export default async function Root({ children }) {
  return <html><body>{children}</body></html>;
}
