import type { WalletKind } from '@kvitt/domain/payment/payment-method';
import type { Ctx, Log } from '@kvitt/flows/kit/context';
import type { ClockOrder, ClockProgress, MoveAnswer } from '@kvitt/runtime/clock/move-clock';
import type { ConsoleParts } from '../console/open-console.ts';
import type { PortalPage } from '../portal/page.ts';

/** What a merchant account takes besides cards. */
export interface Merchant {
  wallets: readonly WalletKind[];
  takesBankAccounts: boolean;
  /** The merchant's id at Google. */
  googleMerchantId?: string;
}

/** What the app is made of; the composition root gives the real parts, a test its own. */
export interface Deps {
  /** A context with an entity manager of its own, for one request. */
  context(): Ctx;
  log: Log;
  /** Runs one request; a clock that may be moved lets none span a move. At once where absent. */
  during?<T>(act: () => Promise<T>): Promise<T>;
  /** Moves the test clock; absent where time is everyone's. */
  moveClock?(order: ClockOrder, onProgress: (progress: ClockProgress) => void): Promise<MoveAnswer>;
  /** Where customers and vendors reach us, without a slash at its end: what vendors sign, whatever Host says. */
  publicUrl: string;
  /** Whether any vendor is the sandbox's. */
  isSandbox: boolean;
  /** The origin whose pages may frame the portal (the sandbox's handset). */
  handsetOrigin?: string;
  /** The origin of the sandbox's stand-in card fields, shown to the browser as `/bt-sandbox` on ours. */
  cardFieldsOrigin?: string;
  /** What the merchant account takes besides cards; nothing where absent. */
  merchant?: Merchant;
  /**
   * Turns a page's data into its HTML; `nonce` goes on inline script and style. Without one the same page gives the same
   * HTML, and `inline` is what stands in it.
   */
  render(
    page: PortalPage,
    options: { nonce?: string | undefined },
  ): Promise<{ html: string; inline?: { styles: string[]; scripts: string[] } }>;
  /** How many proxies of ours stand before us, each adding to X-Forwarded-For; none where absent. */
  trustedProxies?: number;
  /** What a Prometheus scrape has to bring; without it there is no page of metrics. */
  metricsToken?: string;
  /** The folder of the portal's built files. */
  assets: string;
  /** The agents' console; there is none where absent. */
  console?: ConsoleParts;
}
