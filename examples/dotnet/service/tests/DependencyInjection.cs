using System;
using System.Collections.Generic;
using System.Linq;

// Stand-ins for the package Microsoft.Extensions.DependencyInjection, which no registry reached by the tests has: the
// names and signatures that the service uses are the package's own, and so is what they promise of singletons (made once,
// when first asked for, by whichever thread; disposed of with the container, in reverse order).
namespace Microsoft.Extensions.DependencyInjection
{
    public interface IServiceCollection : IList<ServiceDescriptor>
    {
    }

    public sealed class ServiceDescriptor
    {
        internal ServiceDescriptor(Type serviceType, Func<IServiceProvider, object> factory)
        {
            ServiceType = serviceType;
            ImplementationFactory = factory;
        }

        public Type ServiceType { get; }

        public Func<IServiceProvider, object> ImplementationFactory { get; }
    }

    public sealed class ServiceCollection : List<ServiceDescriptor>, IServiceCollection
    {
    }

    public static class ServiceCollectionServiceExtensions
    {
        public static IServiceCollection AddSingleton<TService>(
            this IServiceCollection services, Func<IServiceProvider, TService> implementationFactory)
            where TService : class
        {
            services.Add(new ServiceDescriptor(typeof(TService), implementationFactory));
            return services;
        }

        public static IServiceCollection AddSingleton<TService, TImplementation>(this IServiceCollection services)
            where TService : class
            where TImplementation : class, TService
        {
            services.Add(new ServiceDescriptor(typeof(TService), provider => Make(typeof(TImplementation), provider)));
            return services;
        }

        private static object Make(Type type, IServiceProvider provider)
        {
            var constructor = type.GetConstructors().Single();
            return constructor.Invoke(constructor.GetParameters().Select(parameter => Required(provider, parameter.ParameterType)).ToArray());
        }

        internal static object Required(IServiceProvider provider, Type type) =>
            provider.GetService(type) ?? throw new InvalidOperationException($"No service for type '{type}' has been registered.");
    }

    public static class ServiceProviderServiceExtensions
    {
        public static T GetRequiredService<T>(this IServiceProvider provider) =>
            (T)ServiceCollectionServiceExtensions.Required(provider, typeof(T));
    }

    public static class ServiceCollectionContainerBuilderExtensions
    {
        public static ServiceProvider BuildServiceProvider(this IServiceCollection services) => new ServiceProvider(services);
    }

    public sealed class ServiceProvider : IServiceProvider, IDisposable
    {
        private readonly Dictionary<Type, Func<IServiceProvider, object>> factories = new Dictionary<Type, Func<IServiceProvider, object>>();

        private readonly Dictionary<Type, object> made = new Dictionary<Type, object>();

        private readonly Stack<IDisposable> toDispose = new Stack<IDisposable>();

        internal ServiceProvider(IEnumerable<ServiceDescriptor> services)
        {
            foreach (ServiceDescriptor service in services)
            {
                factories[service.ServiceType] = service.ImplementationFactory;
            }
        }

        public object GetService(Type serviceType)
        {
            lock (made)
            {
                object service;
                Func<IServiceProvider, object> factory;
                if (made.TryGetValue(serviceType, out service) || !factories.TryGetValue(serviceType, out factory))
                {
                    return service;
                }
                service = factory(this);
                made.Add(serviceType, service);
                if (service is IDisposable disposable)
                {
                    toDispose.Push(disposable);
                }
                return service;
            }
        }

        public void Dispose()
        {
            while (toDispose.Count > 0)
            {
                toDispose.Pop().Dispose();
            }
        }
    }
}
