<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests\Support;

/** The memory of a process, its library's included, which PHP's own counters do not see. Linux. */
final class Memory
{
    /** Kilobytes of physical memory that only this process uses. */
    public static function ofProcess(int $pid): int
    {
        $rollup = (string) file_get_contents("/proc/{$pid}/smaps_rollup");
        preg_match_all('/^Private_(?:Clean|Dirty):\s+(\d+) kB$/m', $rollup, $found);
        return (int) array_sum($found[1]);
    }

    /**
     * By how many kilobytes this process grows over so many turns, once warm.
     *
     * @param callable(int): mixed $turn
     */
    public static function growth(callable $turn, int $times): int
    {
        $warm = intdiv($times, 20);
        for ($i = 0; $i < $warm; $i++) {
            $turn($i);
        }
        gc_collect_cycles();
        $before = self::ofProcess((int) getmypid());
        for ($i = 0; $i < $times; $i++) {
            $turn($i);
        }
        gc_collect_cycles();
        return self::ofProcess((int) getmypid()) - $before;
    }
}
