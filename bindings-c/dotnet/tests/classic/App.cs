using System;
using BilanProfessionnel;

internal static class App
{
    private static void Main()
    {
        using (Catalogue catalogue = Catalogue.CreateDefault())
        {
            var request = new FundingRequest(new DateTime(2026, 12, 1)) { Facts = { Rqth = true } };
            Console.WriteLine(catalogue.AssessFunding(request).Outcome);
        }
    }
}
