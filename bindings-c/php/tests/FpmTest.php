<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Tests\Support\Fpm;
use BilanProfessionnel\Tests\Support\Memory;
use PHPUnit\Framework\TestCase;

/** Under a real PHP-FPM, through FastCGI: thousands of requests to one worker, in flat memory. */
final class FpmTest extends TestCase
{
    /** Requests of a round. */
    private const REQUESTS = 400;

    /** What a round may leave to the allocators, in kilobytes. */
    private const SLACK = 96;

    private const PRELOAD = [
        'ffi.enable' => 'preload',
        'opcache.enable' => '1',
        'opcache.preload' => '{folder}/preload.php',
    ];

    private const HEADER = ['ffi.preload' => '{folder}/bilan.h'];

    /** @return iterable<string, array{array<string, string>, bool}> settings, and whether it is root's */
    public static function servers(): iterable
    {
        yield 'preloaded by the server' => [self::PRELOAD, false];
        if (posix_geteuid() === 0) {
            $user = ['opcache.preload_user' => Fpm::USER];
            yield 'preloaded by another user than root' => [self::PRELOAD + $user, true];
            yield 'preloaded by root with a header' => [self::PRELOAD + $user + self::HEADER, true];
        } else {
            yield 'preloaded with a header' => [self::PRELOAD + self::HEADER, false];
        }
        yield 'FFI allowed to all, nothing preloaded' => [['ffi.enable' => 'true', 'opcache.enable' => '0'], false];
    }

    /**
     * @dataProvider servers
     *
     * @param array<string, string> $settings
     */
    public function testAWorkerAnswersThousandsOfRequestsInFlatMemory(array $settings, bool $asRoot): void
    {
        $fpm = new Fpm($settings, $asRoot);
        self::assertTrue($fpm->isRunning, $fpm->log());
        $catalogue = Catalogue::default();
        $funding = '{"on":"2026-12-01","facts":{"rqth":true,"statut":"fonctionnaire"}}';
        $case = '{"on":"2026-11-23","needs":["faireLePoint"],"calendar":{"exchangesOn":"2026-12-01"}}';
        $wrong = '{"operation":"plan","request":{"variant":"repos"}}';
        $cases = [
            ['operation=funding', $funding, $catalogue->fundingText($funding)],
            ['operation=simulate', $case, $catalogue->simulateText($case)],
            ['operation=line', $wrong, $catalogue->answerLine($wrong)],
            ['operation=decide', '[4,4]', 'possible'],
        ];
        $worker = (int) $fpm->client->post('operation=pid', '');
        $ask = function (int $turn) use ($fpm, $cases): void {
            [$query, $body, $expected] = $cases[$turn % count($cases)];
            $answer = $fpm->client->post($query, $body);
            if ($answer !== $expected) {
                self::assertSame($expected, $answer);
            }
        };
        self::assertLessThan(self::SLACK, Memory::growth($ask, self::REQUESTS, $worker));
        self::assertSame((string) $worker, $fpm->client->post('operation=pid', ''), 'a worker has ended');
    }

    /** @return iterable<string, array{string}> */
    public static function fatalErrors(): iterable
    {
        foreach (['memory', 'compile', 'user', 'uncaught', 'exit'] as $kind) {
            yield $kind => [$kind];
        }
    }

    /** @dataProvider fatalErrors */
    public function testACatalogueIsFreedHoweverTheRequestEnds(string $kind): void
    {
        $fpm = new Fpm(['display_errors' => '0', 'log_errors' => '0', 'memory_limit' => '32M'] + self::PRELOAD);
        self::assertTrue($fpm->isRunning, $fpm->log());
        $worker = (int) $fpm->client->post('operation=pid', '');
        $ask = static fn () => $fpm->client->post('operation=fatal', $kind);
        self::assertLessThan(self::SLACK, Memory::growth($ask, 40, $worker));
        self::assertSame((string) $worker, $fpm->client->post('operation=pid', ''), 'a worker has ended');
    }

    public function testAShutdownFunctionOfTheProgramMayStillAskAfterAFatalError(): void
    {
        $fpm = new Fpm(['display_errors' => '0', 'log_errors' => '0'] + self::PRELOAD);
        $length = strlen(Catalogue::default()->documentText());
        self::assertSame((string) $length, $fpm->client->post('operation=fatal', 'late'));
    }

    public function testPreloadingAllowsFfiToThisPackageAlone(): void
    {
        foreach (self::servers() as $name => [$settings, $asRoot]) {
            if ($settings['ffi.enable'] === 'preload') {
                $fpm = new Fpm($settings, $asRoot);
                self::assertTrue($fpm->isRunning, $fpm->log());
                self::assertStringContainsString('restricted', $fpm->client->post('operation=foreign', ''), $name);
            }
        }
    }

    public function testWithoutPreloadingTheWorkerSaysWhatToDo(): void
    {
        $fpm = new Fpm(['ffi.enable' => 'preload', 'opcache.enable' => '1']);
        self::assertTrue($fpm->isRunning, $fpm->log());
        $answer = $fpm->client->post('operation=funding', '{"on":"2026-12-01"}');
        self::assertStringContainsString('LibraryException', $answer);
        self::assertStringContainsString('opcache.preload', $answer);
    }

    public function testAServerWhoseLibraryIsMissingDoesNotStartAndSaysWhy(): void
    {
        $fpm = new Fpm(['bilan.library' => '/nowhere/libbilan.so'] + self::PRELOAD);
        self::assertFalse($fpm->isRunning);
        self::assertStringContainsString('/nowhere/libbilan.so', $fpm->log());
    }
}
