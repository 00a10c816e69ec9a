<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests\Support;

/** The memory of a process, its library's included, which PHP's own counters do not see. Linux. */
final class Memory
{
    private const ROUNDS = 5;

    /** Kilobytes of memory that only this process uses, in RAM or swapped out. */
    public static function ofProcess(int $pid): int
    {
        $rollup = (string) file_get_contents("/proc/{$pid}/smaps_rollup");
        preg_match_all('/^(?:Private_(?:Clean|Dirty)|Swap):\s+(\d+) kB$/m', $rollup, $found);
        return (int) array_sum($found[1]);
    }

    /**
     * By how many kilobytes a process grows in a round of so many turns, once warm.
     *
     * The median of several rounds: what leaks grows in each of them, and what else goes on in the process or on the
     * machine, in one or the other.
     *
     * @param callable(int): mixed $turn
     */
    public static function growth(callable $turn, int $times, ?int $pid = null): int
    {
        $pid ??= (int) getmypid();
        $turns = static function () use ($turn, $times): void {
            for ($i = 0; $i < $times; $i++) {
                $turn($i);
            }
            gc_collect_cycles();
        };
        $turns();
        $grown = [];
        for ($round = 0; $round < self::ROUNDS; $round++) {
            $before = self::ofProcess($pid);
            $turns();
            $grown[] = self::ofProcess($pid) - $before;
        }
        sort($grown);
        return $grown[intdiv(self::ROUNDS, 2)];
    }
}
