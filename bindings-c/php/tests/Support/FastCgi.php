<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests\Support;

/** A FastCGI client: one request after the other on a Unix socket, each answered in full. */
final class FastCgi
{
    private const BEGIN = 1;
    private const END = 3;
    private const PARAMS = 4;
    private const STDIN = 5;
    private const STDOUT = 6;
    private const STDERR = 7;
    private const RESPONDER = "\0\1\1\0\0\0\0\0"; // keep the connection
    private const MAX_CONTENT = 65_528;

    /** @var resource|null */
    private $connection = null;

    public function __construct(private readonly string $socket, private readonly string $script)
    {
    }

    /** The body of the answer to a POST request, or an exception with what the server said of it. */
    public function post(string $query, string $body): string
    {
        $answer = $this->ask([
            'GATEWAY_INTERFACE' => 'CGI/1.1',
            'REQUEST_METHOD' => 'POST',
            'SCRIPT_FILENAME' => $this->script,
            'SCRIPT_NAME' => '/' . basename($this->script),
            'REQUEST_URI' => '/' . basename($this->script) . '?' . $query,
            'QUERY_STRING' => $query,
            'CONTENT_TYPE' => 'application/json',
            'CONTENT_LENGTH' => (string) strlen($body),
            'SERVER_PROTOCOL' => 'HTTP/1.1',
            'REMOTE_ADDR' => '127.0.0.1',
        ], $body);
        [, $content] = explode("\r\n\r\n", $answer, 2) + [1 => ''];
        return $content;
    }

    /** @param array<string, string> $parameters */
    private function ask(array $parameters, string $body): string
    {
        if ($this->connection === null) {
            $connection = stream_socket_client('unix://' . $this->socket, $code, $message, 10);
            if ($connection === false) {
                throw new \RuntimeException("no connection: {$message}");
            }
            stream_set_timeout($connection, 30);
            $this->connection = $connection;
        }
        $pairs = '';
        foreach ($parameters as $name => $value) {
            $pairs .= self::length($name) . self::length($value) . $name . $value;
        }
        $records = self::record(self::BEGIN, self::RESPONDER) . self::record(self::PARAMS, $pairs);
        $records .= self::record(self::PARAMS, '');
        foreach ($body === '' ? [] : str_split($body, self::MAX_CONTENT) as $part) {
            $records .= self::record(self::STDIN, $part);
        }
        $this->write($records . self::record(self::STDIN, ''));
        $output = '';
        while (true) {
            ['type' => $type, 'length' => $length, 'padding' => $padding]
                = (array) unpack('Cversion/Ctype/nid/nlength/Cpadding', $this->read(8));
            $content = $this->read($length);
            $this->read($padding);
            if ($type === self::STDOUT) {
                $output .= $content;
            } elseif ($type === self::STDERR) {
                throw new \RuntimeException("the server says: {$content}");
            } elseif ($type === self::END) {
                return $output;
            }
        }
    }

    private static function record(int $type, string $content): string
    {
        return pack('CCnnCx', 1, $type, 1, strlen($content), 0) . $content;
    }

    private static function length(string $text): string
    {
        return strlen($text) < 128 ? chr(strlen($text)) : pack('N', strlen($text) | 0x80000000);
    }

    private function write(string $bytes): void
    {
        while ($bytes !== '') {
            $written = fwrite($this->connection, $bytes);
            if ($written === false || $written === 0) {
                throw new \RuntimeException('the server does not read');
            }
            $bytes = substr($bytes, $written);
        }
    }

    private function read(int $length): string
    {
        $bytes = '';
        while (strlen($bytes) < $length) {
            $part = fread($this->connection, $length - strlen($bytes));
            if ($part === false || $part === '') {
                throw new \RuntimeException('the server ended the connection: a worker crashed?');
            }
            $bytes .= $part;
        }
        return $bytes;
    }
}
