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
    private const REQUESTS = 4000;

    /** What allocators keep for themselves, in kilobytes; a leak of 200 bytes a request would be 781. */
    private const SLACK = 512;

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
        $ask = function (int $times) use ($fpm, $cases): void {
            for ($i = 0; $i < $times; $i++) {
                [$query, $body, $expected] = $cases[$i % count($cases)];
                $answer = $fpm->client->post($query, $body);
                if ($answer !== $expected) {
                    self::assertSame($expected, $answer);
                }
            }
        };
        $ask(intdiv(self::REQUESTS, 10));
        $before = Memory::ofProcess($worker);
        $ask(self::REQUESTS);
        self::assertLessThan(self::SLACK, Memory::ofProcess($worker) - $before);
        self::assertSame((string) $worker, $fpm->client->post('operation=pid', ''), 'a worker has ended');
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
