/** What one merchant lets a program do in its name; moments in milliseconds. */
export interface Grant {
  code: string;
  clientId: string;
  merchantId: string;
  scope: string;
  isUsed: boolean;
}

export interface AccessToken {
  accessToken: string;
  refreshToken: string;
  clientId: string;
  merchantId: string;
  scope: string;
  expiresAt: number;
  isRevoked: boolean;
}
