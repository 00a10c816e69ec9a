<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests\Support;

use BilanProfessionnel\Contract;
use PHPStan\PhpDocParser\Ast\ConstExpr\ConstExprStringNode;
use PHPStan\PhpDocParser\Ast\PhpDoc\PhpDocNode;
use PHPStan\PhpDocParser\Ast\Type\ArrayShapeItemNode;
use PHPStan\PhpDocParser\Ast\Type\ArrayShapeNode;
use PHPStan\PhpDocParser\Ast\Type\ConstTypeNode;
use PHPStan\PhpDocParser\Ast\Type\GenericTypeNode;
use PHPStan\PhpDocParser\Ast\Type\IdentifierTypeNode;
use PHPStan\PhpDocParser\Ast\Type\TypeNode;
use PHPStan\PhpDocParser\Ast\Type\UnionTypeNode;
use PHPStan\PhpDocParser\Lexer\Lexer;
use PHPStan\PhpDocParser\Parser\ConstExprParser;
use PHPStan\PhpDocParser\Parser\PhpDocParser;
use PHPStan\PhpDocParser\Parser\TokenIterator;
use PHPStan\PhpDocParser\Parser\TypeParser;

/** The shapes that Contract declares, as PHPStan’s own parser reads them, held against values. */
final class Shapes
{
    /** @var array<string, TypeNode> by name */
    public readonly array $declared;

    public function __construct()
    {
        $declared = [];
        $document = self::parsed((string) (new \ReflectionClass(Contract::class))->getDocComment());
        foreach ($document->getTypeAliasTagValues() as $tag) {
            $declared[$tag->alias] = $tag->type;
        }
        $this->declared = $declared;
    }

    public static function parsed(string $comment): PhpDocNode
    {
        class_exists(Lexer::class) || require_once 'PHPStan/PhpDocParser/autoload.php';
        $constants = new ConstExprParser();
        $parser = new PhpDocParser(new TypeParser($constants), $constants);
        return $parser->parse(new TokenIterator((new Lexer())->tokenize($comment)));
    }

    /** @return list<string> the types that a type names, keys and texts apart */
    public static function namedIn(TypeNode $type): array
    {
        $named = $type instanceof IdentifierTypeNode ? [$type->name] : [];
        foreach (get_object_vars($type) as $parts) {
            foreach (is_array($parts) ? $parts : [$parts] as $part) {
                $part = $part instanceof ArrayShapeItemNode ? $part->valueType : $part;
                $named = [...$named, ...($part instanceof TypeNode ? self::namedIn($part) : [])];
            }
        }
        return $named;
    }

    /** @return list<string> where the value is not of the type of that name; empty if it is */
    public function faults(string $name, mixed $value): array
    {
        return $this->against($this->declared[$name], $value, '');
    }

    /** @return list<string> */
    private function against(TypeNode $type, mixed $value, string $path): array
    {
        $value = $value instanceof \stdClass ? (array) $value : $value;
        return match (true) {
            $type instanceof ArrayShapeNode => $this->againstShape($type, $value, $path),
            $type instanceof UnionTypeNode => $this->againstUnion($type, $value, $path),
            $type instanceof GenericTypeNode => $this->againstGeneric($type, $value, $path),
            $type instanceof IdentifierTypeNode && isset($this->declared[$type->name]) =>
                $this->against($this->declared[$type->name], $value, $path),
            $type instanceof IdentifierTypeNode => self::unless(match ($type->name) {
                'string' => is_string($value),
                'int' => is_int($value),
                'float' => is_float($value),
                'bool' => is_bool($value),
                'null' => $value === null,
            }, $type, $path),
            $type instanceof ConstTypeNode && $type->constExpr instanceof ConstExprStringNode =>
                self::unless(trim($type->constExpr->value, "'") === $value, $type, $path),
        };
    }

    /** @return list<string> */
    private function againstShape(ArrayShapeNode $shape, mixed $value, string $path): array
    {
        if (!is_array($value) || $value !== [] && array_is_list($value)) {
            return ["{$path}: not an object"];
        }
        $faults = [];
        foreach ($shape->items as $item) {
            $key = (string) $item->keyName;
            if (array_key_exists($key, $value)) {
                $faults = [...$faults, ...$this->against($item->valueType, $value[$key], "{$path}.{$key}")];
                unset($value[$key]);
            } elseif (!$item->optional) {
                $faults[] = "{$path}.{$key}: absent";
            }
        }
        foreach (array_keys($value) as $key) {
            $faults[] = "{$path}.{$key}: not declared";
        }
        return $faults;
    }

    /** @return list<string> the faults of the alternative that comes nearest */
    private function againstUnion(UnionTypeNode $union, mixed $value, string $path): array
    {
        $alternatives = array_map(fn (TypeNode $type): array => $this->against($type, $value, $path), $union->types);
        usort($alternatives, static fn (array $one, array $other): int => count($one) <=> count($other));
        return $alternatives[0];
    }

    /** @return list<string> */
    private function againstGeneric(GenericTypeNode $type, mixed $value, string $path): array
    {
        if ($type->type->name === 'value-of') {
            $enum = 'BilanProfessionnel\\' . $type->genericTypes[0];
            return self::unless(is_string($value) && $enum::tryFrom($value) !== null, $type, $path);
        }
        $isList = $type->type->name === 'list';
        if (!is_array($value) || $isList && !array_is_list($value)) {
            return self::unless(false, $type, $path);
        }
        $faults = [];
        foreach ($value as $key => $item) {
            if (!$isList) {
                $faults = [...$faults, ...$this->against($type->genericTypes[0], $key, "{$path}.{$key}: key")];
            }
            $faults = [...$faults, ...$this->against($type->genericTypes[$isList ? 0 : 1], $item, "{$path}.{$key}")];
        }
        return $faults;
    }

    /** @return list<string> */
    private static function unless(bool $holds, TypeNode $type, string $path): array
    {
        return $holds ? [] : ["{$path}: not {$type}"];
    }
}
