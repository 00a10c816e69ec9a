<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\Catalogue;
use BilanProfessionnel\CatalogueOperations;
use BilanProfessionnel\Tests\Support\Shapes;
use BilanProfessionnel\Tests\Support\Vectors;
use PHPUnit\Framework\TestCase;

/** The array shapes of Contract are those of the documents, whole: of every vector, no key is undeclared or missing. */
final class ContractTest extends TestCase
{
    /** The enumerations that shapes may name. */
    private const ENUMERATIONS = ['Fact', 'Situation', 'Outcome', 'SituationStatus'];

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
        $known = ['string', 'int', 'float', 'bool', 'null', 'list', 'array', 'value-of', ...self::ENUMERATIONS];
        $known = [...$known, ...array_keys(self::shapes()->declared)];
        foreach (self::shapes()->declared as $name => $type) {
            self::assertSame([], array_diff(Shapes::namedIn($type), $known), $name);
        }
    }

    public function testTheOperationsImportEveryShapeThatTheyName(): void
    {
        $tags = Shapes::parsed((string) (new \ReflectionClass(CatalogueOperations::class))->getDocComment());
        $imported = array_map(
            static fn ($tag): array => [(string) $tag->importedFrom, $tag->importedAlias],
            array_values($tags->getTypeAliasImportTagValues()),
        );
        $named = [];
        foreach (self::operations() as $operation) {
            $named = [...$named, ...array_filter(self::typesOf($operation))];
        }
        sort($named);
        self::assertSame(array_map(static fn (string $name): array => ['Contract', $name], $named), $imported);
    }

    /** @return list<string> the methods that take and give arrays */
    private static function operations(): array
    {
        $methods = (new \ReflectionClass(CatalogueOperations::class))->getMethods(\ReflectionMethod::IS_PUBLIC);
        $names = array_map(static fn (\ReflectionMethod $method): string => $method->getName(), $methods);
        return array_values(array_filter($names, static fn (string $name): bool => !str_ends_with($name, 'Text')));
    }

    /** @return iterable<string, array{string, mixed, string}> */
    public static function otherThanDeclared(): iterable
    {
        $quote = Catalogue::default()->quote(['variant' => 'evolution', 'client' => 'affiliee']);
        $less = $quote;
        unset($less['currency']);
        yield 'a key that is missing' => ['QuoteResult', $less, '.currency: absent'];
        yield 'a key that is not declared' => ['QuoteResult', $quote + ['discount' => '1.00'], '.discount: not declared'];
        yield 'an amount as a number' => ['QuoteResult', ['amount' => 2040.5] + $quote, '.amount: not string'];
        yield 'a list that is none' => ['PlanRequest', ['variant' => ['a' => 'b']], '.variant: not string'];
        yield 'a member of a list' => ['RecommendRequest', ['needs' => ['transmettre', 7]], '.needs.1: not string'];
        yield 'a cadence of nobody' => ['Calendar', ['exchangesOn' => '', 'cadence' => 'daily'], '.cadence: not '];
        yield 'a fact of nobody' => ['Proofs', ['gaucher' => '2027-01-01'], '.gaucher: not declared'];
        yield 'a fact in words' => ['Facts', ['rqth' => 'oui'], '.rqth: not bool'];
        yield 'no object at all' => ['SimulateResult', ['funding'], ': not an object'];
        yield 'a price of nobody' => ['TariffPrice', ['daily' => '1.00'], ': not '];
    }

    /** @dataProvider otherThanDeclared */
    public function testWhatIsOtherThanDeclaredIsFound(string $type, mixed $value, string $fault): void
    {
        self::assertStringStartsWith($fault, implode("\n", self::shapes()->faults($type, $value)));
    }
}
