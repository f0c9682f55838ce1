export const ROOT_DOMAIN = 'news.example';
