const config = {
  port: 8080,
  httpsOnly: false,
};

export default config;
