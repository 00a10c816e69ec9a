using System;
using BilanProfessionnel;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceBilan
{
    /// <summary>Makes the bilan known to an application's container.</summary>
    /// <example><code>
    /// WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
    /// builder.Services.AddBilan();
    /// WebApplication app = builder.Build();
    /// app.MapPost("/financement", (DateTime on, bool? rqth, IBilanService bilans) =&gt;
    /// {
    ///     try
    ///     {
    ///         return Results.Ok(bilans.AssessFunding(new FundingRequest(on) { Facts = { Rqth = rqth } }).Explanation);
    ///     }
    ///     catch (BilanException refusal)
    ///     {
    ///         return Results.UnprocessableEntity(refusal.Message);
    ///     }
    /// });
    /// </code></example>
    public static class BilanRegistration
    {
        /// <summary>Registers <see cref="IBilanService"/> and the catalogue from which it answers.</summary>
        /// <remarks>
        /// The catalogue is read once, when it is first asked for, serves every thread, and is disposed of with the
        /// container. A catalogue that is refused is told then: ask for <see cref="IBilanService"/> while the application
        /// starts, so that it does not start without one.
        /// </remarks>
        /// <param name="services">The services of the application.</param>
        /// <param name="catalogue">Another centre's catalogue, as JSON text; by default, the one of the CDG29.</param>
        /// <returns>The same services.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
        public static IServiceCollection AddBilan(this IServiceCollection services, string catalogue = null)
        {
            if (services == null)
            {
                throw new ArgumentNullException(nameof(services));
            }
            services.AddSingleton(_ => catalogue == null ? Catalogue.CreateDefault() : Catalogue.Parse(catalogue));
            services.AddSingleton<IBilanService, BilanService>();
            return services;
        }
    }
}
