import { Kakao } from 'arctic';

export const kakao = new Kakao(process.env.KAKAO_ID!, process.env.KAKAO_SECRET!, process.env.KAKAO_CALLBACK!);
