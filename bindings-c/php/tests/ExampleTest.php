<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Tests\Support\Process;
use PHPUnit\Framework\TestCase;

/** The page of examples/php, served by its own command and asked over HTTP. */
final class ExampleTest extends TestCase
{
    private const FOLDER = __DIR__ . '/../../../examples/php';

    private static ?Process $server = null;

    private static string $address;

    private static string $log;

    public static function setUpBeforeClass(): void
    {
        self::$log = (string) tempnam(sys_get_temp_dir(), 'bilan');
        [self::$server, self::$address] = self::served([]);
    }

    /**
     * @param array<string, string> $environment
     *
     * @return array{Process, string} the server and its address
     */
    private static function served(array $environment): array
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        self::assertNotFalse($socket);
        $port = (string) parse_url('tcp://' . stream_socket_get_name($socket, false), PHP_URL_PORT);
        fclose($socket);
        $server = new Process([self::FOLDER . '/run', $port], $environment, self::$log);
        $isReady = static fn (): bool => @fsockopen('127.0.0.1', (int) $port) !== false;
        self::assertTrue($server->await($isReady), $server->log());
        return [$server, "http://127.0.0.1:{$port}/"];
    }

    public static function tearDownAfterClass(): void
    {
        self::$server = null;
        unlink(self::$log);
    }

    public function testTheFormAsksEveryQuestionInFrench(): void
    {
        $page = $this->ask();
        self::assertSame(200, $page['status']);
        self::assertSame('fr', $page['document']->documentElement->getAttribute('lang'));
        self::assertCount(18, $page['all']('//fieldset[not(@id)]//*[self::select or self::input]'));
        $needs = Catalogue::default()->document()['needs'];
        self::assertCount(count($needs), $page['all']('//fieldset[@id="needs"]//input'));
    }

    public function testEveryFieldHasItsLabel(): void
    {
        $page = $this->ask();
        foreach ($page['all']('//form//*[self::select or self::input[not(@type="hidden")]]') as $field) {
            $id = $field->getAttribute('id');
            self::assertCount(1, $page['all']("//label[@for='{$id}']"), $id);
        }
    }

    public function testARecognisedDisabledWorkerSeesVerdictPriceAndPlan(): void
    {
        $page = $this->ask([
            'on' => '2026-12-01', 'needs' => ['preserverSante'], 'variant' => '', 'client' => 'affiliee', 'rqth' => 'oui',
        ]);
        self::assertSame(200, $page['status']);
        self::assertStringContainsString('pourrait financer ce bilan', $page['text']);
        self::assertStringContainsString('Bilan prévention', $page['text']);
        self::assertStringContainsString('2 040,50', preg_replace('/\s+/u', ' ', $page['text']));
        self::assertStringNotContainsString('a droit', $page['text']);
    }

    public function testHoursInTheFrenchManner(): void
    {
        $page = $this->ask(['on' => '2026-12-01', 'variant' => 'evolution', 'hours' => '20,5', 'client' => 'affiliee']);
        self::assertStringContainsString("Bilan évolution : 20,5\u{A0}h", $page['text']);
    }

    public function testNoOtherSiteMayFrameThePageOrReadItAndNothingIsKept(): void
    {
        foreach ([$this->ask(), $this->ask([], false), $this->ask([], true, 'DELETE')] as $page) {
            self::assertStringContainsString("frame-ancestors 'none'", $page['headers']['content-security-policy'] ?? '');
            self::assertStringContainsString("default-src 'none'", $page['headers']['content-security-policy']);
            self::assertSame('nosniff', $page['headers']['x-content-type-options'] ?? null);
            self::assertSame('no-referrer', $page['headers']['referrer-policy'] ?? null);
            self::assertSame('no-store', $page['headers']['cache-control'] ?? null);
            self::assertArrayNotHasKey('x-powered-by', $page['headers']);
            self::assertSame('fr', $page['document']->documentElement->getAttribute('lang'));
        }
        $cookie = $this->ask()['headers']['set-cookie'] ?? '';
        self::assertStringContainsString('HttpOnly', $cookie);
        self::assertStringContainsString('SameSite=Strict', $cookie);
    }

    public function testAFormOfAnotherSiteIsRefused(): void
    {
        $form = ['on' => '2026-12-01', 'variant' => 'evolution'];
        self::assertSame(200, $this->ask($form)['status']);
        foreach ([$form, $form + ['jeton' => ''], $form + ['jeton' => ['a']], $form + ['jeton' => str_repeat('0', 64)]] as $forged) {
            $page = $this->ask($forged, false);
            self::assertSame(403, $page['status']);
            self::assertCount(1, $page['all']("//*[@role='alert']"));
            self::assertCount(0, $page['all']('//table'));
        }
    }

    public function testOverTlsTheCookieIsOfThisHostAloneAndNeverSentInClear(): void
    {
        $folder = sys_get_temp_dir() . '/bilan-tls-' . bin2hex(random_bytes(6));
        mkdir($folder);
        file_put_contents("{$folder}/tls.php", '<?php $_SERVER["HTTPS"] = "on";');
        file_put_contents("{$folder}/tls.ini", "auto_prepend_file = {$folder}/tls.php\n");
        [$server, $address] = self::served(['PHP_INI_SCAN_DIR' => ":{$folder}"]);
        $cookie = implode("\n", get_headers($address) ?: []);
        unset($server);
        array_map(unlink(...), ["{$folder}/tls.php", "{$folder}/tls.ini"]);
        rmdir($folder);
        self::assertMatchesRegularExpression(
            '~^Set-Cookie: __Host-jeton=[0-9a-f]{64}; path=/; secure; HttpOnly; SameSite=Strict\r?$~mi',
            $cookie,
        );
    }

    /** @return iterable<string, array{int, string, list<string>, string}> */
    public static function requestsOfNoForm(): iterable
    {
        $form = 'Content-Type: application/x-www-form-urlencoded';
        yield 'another address' => [404, 'ailleurs', [$form], 'on=2026-12-01'];
        yield 'a form that is too long' => [413, '', [$form], 'on=' . str_repeat('1', 20_000)];
        $part = "--x\r\nContent-Disposition: form-data; name=\"on\"\r\n\r\n1\r\n--x--\r\n";
        yield 'a form with files' => [415, '', ['Content-Type: multipart/form-data; boundary=x'], $part];
        yield 'JSON' => [415, '', ['Content-Type: application/json'], '{"on":"2026-12-01"}'];
        yield 'a form that the browser says is of another site' => [403, '', [$form, 'Sec-Fetch-Site: cross-site'], 'JETON'];
        yield 'a form of a neighbouring site' => [403, '', [$form, 'Sec-Fetch-Site: same-site'], 'JETON'];
        yield 'a form without its cookie' => [403, '', [$form, 'Cookie:'], 'JETON'];
        yield 'the page’s own form, to see that the others differ from it' => [200, '', [$form, 'Sec-Fetch-Site: same-origin'], 'JETON'];
    }

    /**
     * @dataProvider requestsOfNoForm
     *
     * @param list<string> $header
     */
    public function testWhatNoBrowserSendsByThisPageIsRefusedInASentence(int $status, string $path, array $header, string $body): void
    {
        $page = $this->ask();
        $token = $page['all']("//input[@name='jeton']")[0]->getAttribute('value');
        $body = $body === 'JETON' ? "on=2026-12-01&variant=evolution&jeton={$token}" : $body;
        $header = in_array('Cookie:', $header, true) ? $header : [...$header, "Cookie: jeton={$token}"];
        $http = ['ignore_errors' => true, 'timeout' => 20, 'method' => 'POST', 'header' => $header, 'content' => $body];
        $html = (string) file_get_contents(self::$address . $path, false, stream_context_create(['http' => $http]));
        self::assertStringContainsString(" {$status} ", $http_response_header[0] ?? '');
        self::assertSame($status === 200 ? 0 : 1, preg_match_all('~role="alert">[^<]+\.</p>~u', $html), $html);
    }

    public function testNothingThatWasTypedComesBackAsMarkup(): void
    {
        $hostile = '"><script>alert(1)</script><b onclick=\'alert(1)\'>&lt;i>';
        $page = $this->ask();
        $form = ['needs' => [$hostile]];
        foreach ($page['all']('//form//*[self::select or self::input][not(@type="hidden")][not(@type="checkbox")]') as $field) {
            $form[$field->getAttribute('name')] = $hostile;
        }
        self::assertGreaterThan(20, count($form));
        $refused = $this->ask($form);
        self::assertSame(422, $refused['status']);
        self::assertCount(0, $refused['all']('//script | //b | //i | //*[@onclick]'));
        self::assertSame($hostile, $refused['all']("//input[@name='hours']")[0]->getAttribute('value'));
    }

    public function testAnotherMethodIsRefused(): void
    {
        $page = $this->ask([], true, 'DELETE');
        self::assertSame([405, 'GET, HEAD, POST'], [$page['status'], $page['headers']['allow'] ?? null]);
    }

    public function testAFaultOfTheServerIsAPageThatTellsNothingOfTheServer(): void
    {
        $script = (string) realpath(self::FOLDER . '/public/index.php');
        $command = ['env', 'BILAN_LIBRARY=/nowhere/libbilan.so', 'REQUEST_METHOD=GET', PHP_BINARY, $script];
        exec(implode(' ', array_map(escapeshellarg(...), $command)) . ' 2> /dev/null', $lines);
        $page = implode("\n", $lines);
        self::assertStringContainsString('momentanément indisponible', $page);
        self::assertStringNotContainsString('nowhere', $page);
        self::assertStringNotContainsString('.php', $page);
    }

    /** @return iterable<string, array{array<string, string|list<string>>, string}> */
    public static function mistakes(): iterable
    {
        $on = ['on' => '2026-12-01'];
        yield 'nothing chosen' => [$on, 'variant'];
        yield 'a budget out of reach' => [$on + ['variant' => 'evolution', 'hours' => '99'], 'hours'];
        yield 'hours in words' => [$on + ['variant' => 'evolution', 'hours' => 'vingt'], 'hours'];
        yield 'no date' => [['variant' => 'evolution', 'on' => ''], 'on'];
        yield 'a rate over 100' => [
            $on + ['variant' => 'evolution', 'tauxIncapacitePermanente' => '120'], 'tauxIncapacitePermanente',
        ];
        yield 'a need of nobody' => [$on + ['needs' => ['"><script>alert(1)</script>']], 'needs'];
        yield 'a list for a text' => [['variant' => ['evolution']] + $on, 'variant'];
        yield 'bytes that are not UTF-8' => [$on + ['variant' => "\xff"], ''];
    }

    /**
     * @dataProvider mistakes
     *
     * @param array<string, string|list<string>> $form
     */
    public function testAMistakeIsShownAtItsField(array $form, string $field): void
    {
        $page = $this->ask($form);
        self::assertSame(422, $page['status']);
        self::assertCount(1, $page['all']("//*[@role='alert']//a[@href='#{$field}']"));
        self::assertCount($field === '' ? 0 : 1, $page['all']("//form//*[@id='{$field}'][@aria-invalid='true']"));
        self::assertCount(0, $page['all']('//script'));
    }

    /**
     * @param array<string, string|list<string>>|null $form
     * @param bool $isOwn whether the form comes from the page itself
     *
     * @return array{
     *     status: int, headers: array<string, string>, text: string, document: \DOMDocument,
     *     all: \Closure(string): list<\DOMElement>
     * }
     */
    private function ask(?array $form = null, bool $isOwn = true, string $method = 'POST'): array
    {
        $http = ['ignore_errors' => true, 'timeout' => 20];
        if ($form !== null) {
            $header = ['Content-Type: application/x-www-form-urlencoded'];
            $page = $this->ask();
            $header[] = 'Cookie: ' . strtok($page['headers']['set-cookie'], ';');
            if ($isOwn) {
                $form['jeton'] = $page['all']("//input[@name='jeton']")[0]->getAttribute('value');
            }
            $http += ['method' => $method, 'header' => $header, 'content' => http_build_query($form)];
        }
        $html = (string) file_get_contents(self::$address, false, stream_context_create(['http' => $http]));
        preg_match('~^HTTP/\S+ (\d+)~', $http_response_header[0] ?? '', $found);
        $headers = [];
        foreach (array_slice($http_response_header ?? [], 1) as $line) {
            [$name, $value] = explode(':', $line, 2) + [1 => ''];
            $headers[strtolower($name)] = trim($value);
        }
        self::assertStringNotContainsString('Warning', $html);
        $document = new \DOMDocument();
        @$document->loadHTML($html);
        $path = new \DOMXPath($document);
        return [
            'status' => (int) ($found[1] ?? 0),
            'headers' => $headers,
            'text' => $document->textContent,
            'document' => $document,
            'all' => static fn (string $query): array => iterator_to_array($path->query($query) ?: []),
        ];
    }
}
