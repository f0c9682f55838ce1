const config = {
  port: 8080,
  httpsOnly: true,
};

export default config;
