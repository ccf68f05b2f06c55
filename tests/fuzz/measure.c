/* Counts the edges of the program that are taken, and keeps which. */

#include <stdint.h>

static uint64_t steps;
static uint8_t *counters_start, *counters_end;
static const uintptr_t *places_start, *places_end;

void __sanitizer_cov_trace_pc(void) { steps++; }
uint64_t fuzz_steps(void) { return steps; }
void fuzz_reached_cost(uint32_t cost) { (void)cost; }

void __sanitizer_cov_8bit_counters_init(uint8_t *start, uint8_t *end) {
  counters_start = start;
  counters_end = end;
}

void __sanitizer_cov_pcs_init(const uintptr_t *start, const uintptr_t *end) {
  places_start = start;
  places_end = end;
}

/* Of each edge its place in the program, and a flag. */
uint64_t fuzz_edges(void) { return counters_end - counters_start; }
uintptr_t fuzz_place(uint64_t edge) { return places_start[2 * edge]; }

/* Adds which were taken since the last time. They are counted modulo 256. */
void fuzz_take(uint8_t *taken) {
  uint64_t edges = fuzz_edges();
  for (uint64_t edge = 0; edge < edges; edge++) {
    taken[edge] |= counters_start[edge];
    counters_start[edge] = 0;
  }
}

/* The engine alone looks at what is compared. */
#define NOTHING(name, ...) void name(__VA_ARGS__) {}
NOTHING(__sanitizer_cov_trace_cmp1, uint8_t a, uint8_t b)
NOTHING(__sanitizer_cov_trace_cmp2, uint16_t a, uint16_t b)
NOTHING(__sanitizer_cov_trace_cmp4, uint32_t a, uint32_t b)
NOTHING(__sanitizer_cov_trace_cmp8, uint64_t a, uint64_t b)
NOTHING(__sanitizer_cov_trace_const_cmp1, uint8_t a, uint8_t b)
NOTHING(__sanitizer_cov_trace_const_cmp2, uint16_t a, uint16_t b)
NOTHING(__sanitizer_cov_trace_const_cmp4, uint32_t a, uint32_t b)
NOTHING(__sanitizer_cov_trace_const_cmp8, uint64_t a, uint64_t b)
NOTHING(__sanitizer_cov_trace_switch, uint64_t value, uint64_t *cases)
