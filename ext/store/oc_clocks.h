/* How long things last in Redis, milliseconds. */
#ifndef OC_CLOCKS_H
#define OC_CLOCKS_H

#define OC_AWAY_MS 150000    /* an operator who polls and is silent for this long is away */
#define OC_GONE_MS 300000    /* a visitor silent for this long has left */
#define OC_HERE_MS 75000     /* a visitor heard from within this counts as here: hidden pages poll once a minute at most */
#define OC_VERIFY_MS 25000   /* a reader asks MySQL at least this often (I2) */
#define OC_SWEEP_MS 5000     /* polls start a sweep no more often */
#define OC_GATE_MS 10000     /* what the gate says is good for this long */
#define OC_REVOKED_S 3700    /* longer than any ticket lives without asking MySQL */

#endif
