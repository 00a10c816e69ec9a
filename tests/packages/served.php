<?php

/**
 * Serves a script by PHP-FPM with the settings that PHP comes with, but for the preloading of a package, and prints the answer
 * to one request: served.php REPOSITORY PRELOAD SCRIPT. Where it is root, the workers are not.
 */

declare(strict_types=1);

use BilanProfessionnel\Tests\Support\FastCgi;
use BilanProfessionnel\Tests\Support\Process;

[, $repository, $preload, $script] = $argv;
require "{$repository}/bindings-c/php/tests/Support/FastCgi.php";
require "{$repository}/bindings-c/php/tests/Support/Process.php";

const USER = 'nobody';
$folder = sys_get_temp_dir() . '/bilan-served-' . bin2hex(random_bytes(6));
mkdir($folder);
$isRoot = posix_geteuid() === 0;
$pool = ['[global]', 'daemonize = no', "error_log = {$folder}/error.log", '[bilan]', "listen = {$folder}/socket"];
$pool = [...$pool, 'pm = static', 'pm.max_children = 1', ...($isRoot ? ['user = ' . USER, 'group = nogroup'] : [])];
file_put_contents("{$folder}/fpm.conf", implode("\n", $pool) . "\n");

$version = PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;
$programs = [getenv('PHP_FPM') ?: '', "/usr/sbin/php-fpm{$version}", '/usr/sbin/php-fpm', '/usr/local/sbin/php-fpm'];
$program = current(array_filter($programs, is_executable(...))) ?: throw new RuntimeException('php-fpm is not installed');
$settings = ['opcache.enable=1', "opcache.preload={$preload}", ...($isRoot ? ['opcache.preload_user=' . USER] : [])];
$command = [$program, '--nodaemonize', '--fpm-config', "{$folder}/fpm.conf"];
foreach ($settings as $setting) {
    array_push($command, '-d', $setting);
}
$process = new Process($command, [], "{$folder}/output.log");
$isRunning = $process->await(static function () use ($folder): bool {
    $connection = @stream_socket_client("unix://{$folder}/socket");
    return $connection !== false && fclose($connection);
}, 60.0);
try {
    if (!$isRunning) {
        throw new RuntimeException('it did not start: ' . $process->log() . @file_get_contents("{$folder}/error.log"));
    }
    echo (new FastCgi("{$folder}/socket", $script))->post('', '');
} finally {
    unset($process);
    array_map(unlink(...), glob("{$folder}/*") ?: []);
    rmdir($folder);
}
