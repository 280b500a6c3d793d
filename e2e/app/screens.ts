/**
 * A phone as web pages see it. The card fields' library knows touch keyboards by the name of the browser, and builds
 * other documents for them.
 */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  // Real ones have 3; pictures of every screen at that scale would take most of the run.
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  userAgent:
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36',
};

export const DESK = { viewport: { width: 1440, height: 900 } };
