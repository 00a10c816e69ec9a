<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests\Support;

/** A program that runs beside the tests, ended with them. */
final class Process
{
    /** @var resource */
    private $process;

    /** @var array<int, resource> */
    private array $pipes = [];

    /**
     * @param list<string> $command
     * @param array<string, string> $environment besides this process’s own
     */
    public function __construct(array $command, array $environment, private readonly string $log)
    {
        $pipes = [['file', '/dev/null', 'r'], ['file', $log, 'a'], ['file', $log, 'a']];
        $process = proc_open($command, $pipes, $this->pipes, null, $environment + getenv());
        if ($process === false) {
            throw new \RuntimeException("cannot be run: {$command[0]}");
        }
        $this->process = $process;
    }

    /**
     * Waits until it is ready, or has ended.
     *
     * @param callable(): bool $isReady
     */
    public function await(callable $isReady, float $seconds = 20.0): bool
    {
        $end = microtime(true) + $seconds;
        while (microtime(true) < $end && proc_get_status($this->process)['running']) {
            if ($isReady()) {
                return true;
            }
            usleep(20_000);
        }
        return false;
    }

    public function log(): string
    {
        return (string) file_get_contents($this->log);
    }

    public function __destruct()
    {
        proc_terminate($this->process);
        proc_close($this->process);
    }
}
