import { Scrypt } from 'lucia';

export const scrypt = new Scrypt();
export const nobodyHash = '6c48bbf33feff9243a8f506b40928b5b:7a767c76fb008f86bebb2737f6a6f0fb23c6f5da2cec255404e4fb440034d6608697a8d41bed440e50454f31af3176813e02ea68ef786e4d3cea27d26934b484';
