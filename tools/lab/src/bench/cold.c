/*
 * The peer of the engine's cold count: marks one list in a byte table, then walks through each of the others, adding up
 * without a branch and prefetching the lists to come. Reads what cold.ts writes (counts, then starts, friends, visitors,
 * others) and prints the nanoseconds that one count takes in the given round.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { AHEAD = 4, LINE = 16 };

static uint32_t *words(FILE *file, size_t count) {
  uint32_t *at = malloc(count * 4);
  if (fread(at, 4, count, file) != count) exit(2);
  return at;
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int count, char **args) {
  if (count != 3) return 2;
  FILE *file = fopen(args[1], "rb");
  if (!file) return 2;
  uint32_t *head = words(file, 4);
  const uint32_t people = head[0], rooms = head[1], room = head[2], rounds = head[3];
  uint32_t *starts = words(file, people + 2);
  uint32_t *friends = words(file, starts[people + 1]);
  uint32_t *visitors = words(file, (size_t)rooms * rounds);
  uint32_t *others = words(file, (size_t)rooms * rounds * room);
  uint8_t *marks = calloc(people + 1, 1);
  const uint32_t round = atoi(args[2]);
  uint64_t sum = 0;
  double spent = 0;
  for (uint32_t r = round * rooms; r < (round + 1) * rooms; r++) {
    const uint32_t me = visitors[r];
    const uint32_t *there = others + (size_t)r * room;
    const double began = seconds();
    for (uint32_t i = starts[me]; i < starts[me + 1]; i++) marks[friends[i]] = 1;
    for (uint32_t o = 0; o < room; o++) {
      if (o + AHEAD < room) {
        const uint32_t next = there[o + AHEAD];
        for (uint32_t i = starts[next]; i < starts[next + 1]; i += LINE) __builtin_prefetch(friends + i);
      }
      uint32_t hits = 0;
      for (uint32_t i = starts[there[o]]; i < starts[there[o] + 1]; i++) hits += marks[friends[i]];
      sum += hits;
    }
    for (uint32_t i = starts[me]; i < starts[me + 1]; i++) marks[friends[i]] = 0;
    spent += seconds() - began;
  }
  if (sum == UINT64_MAX) return 3; /* so that the sum is needed */
  printf("%f\n", spent * 1e9 / ((double)rooms * room));
  return 0;
}
