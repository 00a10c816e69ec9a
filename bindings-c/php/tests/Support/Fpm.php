<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests\Support;

use BilanProfessionnel\Library;

/**
 * PHP-FPM with one worker on a Unix socket, on a copy of the package that any user may read.
 */
final class Fpm
{
    public readonly FastCgi $client;

    /** Who it is, where the tests are root. */
    public const USER = 'nobody';

    private static ?string $library = null;

    /** Whether it started. */
    public readonly bool $isRunning;

    private ?Process $process;

    private readonly string $folder;

    /**
     * @param array<string, string> $settings of php.ini; `{folder}` stands for the folder of the copy
     * @param bool $asRoot whether the server keeps the rights of root, where the tests have them
     */
    public function __construct(array $settings, bool $asRoot = false)
    {
        $this->folder = sys_get_temp_dir() . '/bilan-fpm-' . bin2hex(random_bytes(6));
        $package = dirname(__DIR__, 2);
        $program = getenv('PHP_FPM') ?: self::find();
        foreach (['', '/src', '/resources'] as $part) {
            mkdir($this->folder . $part, 0755);
        }
        $files = [...(glob("{$package}/src/*.php") ?: []), "{$package}/resources/bilan.ffi.h"];
        foreach ([...$files, "{$package}/preload.php", "{$package}/autoload.php"] as $file) {
            copy($file, $this->folder . substr($file, strlen($package)));
        }
        copy(__DIR__ . '/fpm-app.php', "{$this->folder}/app.php");
        self::$library ??= (string) getenv('BILAN_LIBRARY');
        copy(self::$library, "{$this->folder}/libbilan.so");
        chmod("{$this->folder}/libbilan.so", 0755);

        putenv("BILAN_LIBRARY={$this->folder}/libbilan.so");
        file_put_contents("{$this->folder}/bilan.h", Library::header());
        putenv('BILAN_LIBRARY=' . self::$library);
        $root = posix_geteuid() === 0 && $asRoot;
        $lines = ['[global]', 'daemonize = no', "error_log = {$this->folder}/error.log", '[bilan]'];
        $lines = [...$lines, "listen = {$this->folder}/socket", 'pm = static', 'pm.max_children = 1'];
        $lines = [...$lines, ...($root ? ['user = root', 'group = root'] : []), 'catch_workers_output = yes'];
        file_put_contents("{$this->folder}/fpm.conf", implode("\n", $lines) . "\n");

        $command = [];
        if (posix_geteuid() === 0 && !$asRoot) {
            chown($this->folder, self::USER);
            $command = ['setpriv', '--reuid', self::USER, '--regid', 'nogroup', '--clear-groups'];
        }
        $command = [...$command, $program, '--nodaemonize', '--fpm-config', "{$this->folder}/fpm.conf"];
        $command = [...$command, ...($root ? ['--allow-to-run-as-root'] : [])];
        $settings += ['bilan.library' => '{folder}/libbilan.so', 'display_errors' => '1'];
        foreach ($settings as $name => $value) {
            array_push($command, '-d', $name . '=' . strtr($value, ['{folder}' => $this->folder]));
        }
        $this->process = new Process($command, ['BILAN_LIBRARY' => ''], "{$this->folder}/output.log");
        $this->client = new FastCgi("{$this->folder}/socket", "{$this->folder}/app.php");
        $this->isRunning = $this->process->await($this->listens(...));
    }

    /** The socket is there a moment before the server listens on it. */
    private function listens(): bool
    {
        $connection = @stream_socket_client("unix://{$this->folder}/socket");
        return $connection !== false && fclose($connection);
    }

    /** What it said. */
    public function log(): string
    {
        return $this->process?->log() . @file_get_contents("{$this->folder}/error.log");
    }

    public function __destruct()
    {
        $this->process = null;
        foreach (['/src/*', '/resources/*', '/*', ''] as $pattern) {
            foreach (glob($this->folder . $pattern) ?: [] as $path) {
                is_dir($path) ? rmdir($path) : unlink($path);
            }
        }
    }

    private static function find(): string
    {
        $version = PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;
        foreach (["/usr/sbin/php-fpm{$version}", '/usr/sbin/php-fpm', '/usr/local/sbin/php-fpm'] as $program) {
            if (is_executable($program)) {
                return $program;
            }
        }
        throw new \RuntimeException('php-fpm is not installed; PHP_FPM names it where it is elsewhere');
    }
}
