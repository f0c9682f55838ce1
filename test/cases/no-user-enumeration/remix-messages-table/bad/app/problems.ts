export enum Problem {
  NoSuchMember = 'We do not know this e-mail address.',
  PasswordDiffers = 'That is not your password.',
  SignIn = 'E-mail address or password is wrong.',
}
