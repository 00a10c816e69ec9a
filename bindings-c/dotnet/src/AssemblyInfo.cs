using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("BilanProfessionnel.Tests")]
