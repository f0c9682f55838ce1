import { Injectable, UnauthorizedException } from '@nestjs/common';
import { Google, type OAuth2Tokens } from 'arctic';
import { PrismaService } from '../prisma/prisma.service';

interface GoogleClaims {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

@Injectable()
export class GoogleService {
  private readonly google = new Google(
    process.env.GOOGLE_CLIENT_ID!,
    process.env.GOOGLE_CLIENT_SECRET!,
    process.env.GOOGLE_CALLBACK_URL!,
  );

  constructor(private readonly prisma: PrismaService) {}

  async redeem(code: string, verifier: string): Promise<string> {
    let tokens: OAuth2Tokens;
    try {
      tokens = await this.google.validateAuthorizationCode(code, verifier);
    } catch {
      throw new UnauthorizedException();
    }
    return this.resolveUser(await this.claims(tokens.accessToken()));
  }

  private async claims(accessToken: string): Promise<GoogleClaims> {
    const response = await fetch('https://openidconnect.googleapis.com/v1/userinfo', {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    return response.json() as Promise<GoogleClaims>;
  }

  private async resolveUser(claims: GoogleClaims): Promise<string> {
    const linked = await this.prisma.oauthAccount.findUnique({
      where: { provider_subject: { provider: 'google', subject: claims.sub } },
    });
    if (linked) return linked.userId;

    const known = await this.prisma.user.findUnique({ where: { email: claims.email } }); // expect: no-unverified-email-linking
    if (known) {
      await this.prisma.oauthAccount.create({
        data: { provider: 'google', subject: claims.sub, userId: known.id },
      });
      return known.id;
    }
    const created = await this.prisma.user.create({
      data: {
        email: claims.email,
        name: claims.name,
        accounts: { create: { provider: 'google', subject: claims.sub } },
      },
    });
    return created.id;
  }
}
