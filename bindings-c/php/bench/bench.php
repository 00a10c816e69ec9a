<?php

/** bench.php EMPTY: each cost beside its baseline in the same run, the best of several rounds, in nanoseconds. */

declare(strict_types=1);

use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Fact;
use BilanProfessionnel\Funding;
use BilanProfessionnel\Library;

require __DIR__ . '/../autoload.php';

// Rounds are short, so that on a busy machine the best of them was not interrupted.
const ROUNDS = 300;

/**
 * The best times a turn, the contenders taking turns so that a busy moment meets all of them.
 *
 * @param array<string, array{int, Closure(int): void}> $contenders turns, and what takes so many
 *
 * @return array<string, float>
 */
function best(array $contenders): array
{
    $best = array_fill_keys(array_keys($contenders), INF);
    for ($round = 0; $round < ROUNDS; $round++) {
        foreach ($contenders as $name => [$turns, $run]) {
            $start = hrtime(true);
            $run($turns);
            $best[$name] = min($best[$name], (hrtime(true) - $start) / $turns);
        }
    }
    return $best;
}

function row(string $what, float $nanoseconds, string $target = ''): void
{
    printf("%-52s%12.2f ns  %s\n", $what, $nanoseconds, $target);
}

function verdict(float $found, float $limit): string
{
    return sprintf('%.2f, at most %.2f: %s', $found, $limit, $found <= $limit ? 'met' : 'missed');
}

const AGENTS = 10_000;
const CALLS = 5_000;

$empty = FFI::cdef('uint32_t empty(uint32_t known, uint32_t values);', $argv[1]);
$ffi = Library::ffi();
$catalogue = Catalogue::default();
$known = Fact::word(Fact::Rqth, Fact::Aah, Fact::Ati);
$values = Fact::word(Fact::Rqth);
$request = ['on' => '2026-12-01', 'facts' => ['rqth' => true, 'statut' => 'fonctionnaire', 'ati' => false]];
$text = json_encode($request, JSON_THROW_ON_ERROR);
mt_srand(29);
$column = pack('L*', ...array_map(static fn () => mt_rand(0, (1 << 18) - 1), range(1, AGENTS)));
$words = Funding::words($column);

$times = best([
    'loop' => [CALLS, static function (int $turns): void {
        for ($i = 0; $i < $turns; $i++) {
        }
    }],
    'empty' => [CALLS, static function (int $turns) use ($empty, $known, $values): void {
        for ($i = 0; $i < $turns; $i++) {
            $empty->empty($known, $values);
        }
    }],
    'packed' => [CALLS, static function (int $turns) use ($ffi, $known, $values): void {
        for ($i = 0; $i < $turns; $i++) {
            $ffi->bilan_funding_decide($known, $values);
        }
    }],
    'word' => [CALLS, static function (int $turns) use ($known, $values): void {
        for ($i = 0; $i < $turns; $i++) {
            Funding::decideWord($known, $values);
        }
    }],
    'verdict' => [CALLS, static function (int $turns) use ($known, $values): void {
        for ($i = 0; $i < $turns; $i++) {
            Funding::decide($known, $values);
        }
    }],
    'columns' => [AGENTS, static fn () => Funding::decideColumns($column, $column)],
    'column' => [AGENTS, static fn () => Funding::column($words)],
    'words' => [AGENTS, static fn () => Funding::words($column)],
    'many' => [AGENTS, static fn () => Funding::decideMany($words, $words)],
    'text' => [CALLS / 20, static function (int $turns) use ($catalogue, $text): void {
        for ($i = 0; $i < $turns; $i++) {
            $catalogue->fundingText($text);
        }
    }],
    'array' => [CALLS / 20, static function (int $turns) use ($catalogue, $request): void {
        for ($i = 0; $i < $turns; $i++) {
            $catalogue->funding($request);
        }
    }],
]);

$jit = (function_exists('opcache_get_status') ? opcache_get_status(false) : false)['jit']['on'] ?? false;
printf("PHP %s%s, library %s, best of %d rounds\n\n", PHP_VERSION, $jit ? ' with JIT' : '', Library::version(), ROUNDS);
row('empty loop, a turn', $times['loop']);
row('empty FFI call with two arguments', $times['empty']);
row('packed verdict: bilan_funding_decide by FFI', $times['packed'], verdict($times['packed'] / $times['empty'], 1.3));
row('packed verdict: Funding::decideWord()', $times['word'], sprintf('%.2f', $times['word'] / $times['empty']));
row('verdict as an object: Funding::decide()', $times['verdict']);
row('columns, an agent: Funding::decideColumns()', $times['columns'], verdict($times['columns'], 10));
row('  packing, an agent: Funding::column()', $times['column']);
row('  unpacking, an agent: Funding::words()', $times['words']);
row('lists, an agent: Funding::decideMany()', $times['many']);
row('explained verdict, text: Catalogue::fundingText()', $times['text']);
row('explained verdict, arrays: Catalogue::funding()', $times['array']);
