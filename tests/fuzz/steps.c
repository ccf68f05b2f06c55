/* Counts the edges of the program that are taken, beside libFuzzer, which sees only which. */

#include <stdint.h>

static uint64_t steps;

void __wrap___sanitizer_cov_trace_pc(void) { steps++; }

uint64_t fuzz_steps(void) { return steps; }

/* What libFuzzer takes for more that an input has reached: a cost that none had before. */
__attribute__((section("__libfuzzer_extra_counters"))) static uint8_t costs[4096];

void fuzz_reached_cost(uint32_t cost) {
  costs[cost < sizeof costs ? cost : sizeof costs - 1] = 1;
}
