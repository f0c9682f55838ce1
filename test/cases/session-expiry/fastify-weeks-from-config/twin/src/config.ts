export const config = {
  port: Number(process.env.PORT ?? 8080),
  session: {
    weeks: 8,
    cookie: 'gh_sid',
  },
} as const;
