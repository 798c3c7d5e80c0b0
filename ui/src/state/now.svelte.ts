/** The present moment, told once a minute, for countdowns. */

class Now {
  /** Milliseconds since 1970. */
  at = $state(Date.now());

  constructor() {
    setInterval(() => {
      this.at = Date.now();
    }, 30_000);
  }
}

/** The present moment. */
export const now = new Now();
