<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Tests\Support\Shapes;
use BilanProfessionnel\Tests\Support\Vectors;
use PHPUnit\Framework\TestCase;

/** The array shapes of Contract are those of the documents, whole: of every vector, no key is undeclared or missing. */
final class ContractTest extends TestCase
{
    private static ?Shapes $shapes = null;

    private static function shapes(): Shapes
    {
        return self::$shapes ??= new Shapes();
    }

    /** @return array{?string, string} what an operation takes and gives, by its comment */
    private static function typesOf(string $operation): array
    {
        $method = new \ReflectionMethod(Catalogue::class, $operation === 'catalogue' ? 'document' : $operation);
        $comment = Shapes::parsed((string) $method->getDocComment());
        $request = $comment->getParamTagValues()[0] ?? null;
        return [$request === null ? null : (string) $request->type, (string) $comment->getReturnTagValues()[0]->type];
    }

    /** @return iterable<string, array{string, array<string, mixed>, string}> */
    public static function answered(): iterable
    {
        foreach (Vectors::all() as $name => [$operation, $request, $answer]) {
            $request = $request instanceof \stdClass ? (array) $request : $request;
            if (is_array($request) && !str_starts_with($answer, '{"error":')) {
                yield $name => [$operation, $request, $answer];
            }
        }
    }

    /**
     * @dataProvider answered
     *
     * @param array<string, mixed> $request
     */
    public function testAVectorHasTheShapesThatItsOperationDeclares(
        string $operation,
        array $request,
        string $answer,
    ): void {
        [$takes, $gives] = self::typesOf($operation);
        self::assertSame([], $takes === null ? $request : self::shapes()->faults($takes, $request));
        self::assertSame([], self::shapes()->faults($gives, json_decode($answer, true)));
    }

    public function testEveryShapeIsReadAndNamesOnlyTypesThatThereAre(): void
    {
        $known = ['string', 'int', 'float', 'bool', 'null', 'list', 'array', 'value-of', 'Fact', 'Situation'];
        $known = [...$known, ...array_keys(self::shapes()->declared)];
        foreach (self::shapes()->declared as $name => $type) {
            self::assertSame([], array_diff(Shapes::namedIn($type), $known), $name);
        }
    }

    public function testCatalogueImportsEveryShapeThatItNames(): void
    {
        $tags = Shapes::parsed((string) (new \ReflectionClass(Catalogue::class))->getDocComment());
        $imported = array_map(
            static fn ($tag): array => [(string) $tag->importedFrom, $tag->importedAlias],
            array_values($tags->getTypeAliasImportTagValues()),
        );
        $named = [];
        foreach (['catalogue', ...self::operations()] as $operation) {
            $named = [...$named, ...array_filter(self::typesOf($operation))];
        }
        sort($named);
        self::assertSame(array_map(static fn (string $name): array => ['Contract', $name], $named), $imported);
    }

    /** @return list<string> */
    private static function operations(): array
    {
        return ['recommend', 'funding', 'plan', 'quote', 'schedule', 'settle', 'simulate', 'replay'];
    }

    /** @return iterable<string, array{string, mixed, string}> */
    public static function otherThanDeclared(): iterable
    {
        $quote = Catalogue::default()->quote(['variant' => 'evolution', 'affiliated' => true]);
        $less = $quote;
        unset($less['taxIncluded']);
        yield 'a key that is missing' => ['Quote', $less, '.taxIncluded: absent'];
        yield 'a key that is not declared' => ['Quote', $quote + ['discount' => '1.00'], '.discount: not declared'];
        yield 'an amount as a number' => ['Quote', ['amount' => 2040.5] + $quote, '.amount: not string'];
        yield 'a status of nobody' => ['Quote', ['status' => 'paid'] + $quote, '.status: not '];
        yield 'a list that is none' => ['Quote', ['covers' => ['a' => 'tests']] + $quote, '.covers: not list<string>'];
        yield 'a member of a list' => ['Quote', ['covers' => ['tests', 7]] + $quote, '.covers.1: not string'];
        yield 'a fact of nobody' => ['ValidUntil', ['gaucher' => '2027-01-01'], '.gaucher: key: not value-of<Fact>'];
        yield 'a fact in words' => ['Facts', ['rqth' => 'oui'], '.rqth: not bool'];
        yield 'no object at all' => ['Dossier', ['funding'], ': not an object'];
        yield 'a price of nobody' => ['Price', ['daily' => '1.00'], ': not '];
    }

    /** @dataProvider otherThanDeclared */
    public function testWhatIsOtherThanDeclaredIsFound(string $type, mixed $value, string $fault): void
    {
        self::assertStringStartsWith($fault, implode("\n", self::shapes()->faults($type, $value)));
    }
}
