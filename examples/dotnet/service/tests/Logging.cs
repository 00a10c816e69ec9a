using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

// Stand-ins for the package Microsoft.Extensions.Logging.Abstractions: the names and signatures that the service uses are
// the package's own.
namespace Microsoft.Extensions.Logging
{
    public enum LogLevel
    {
        Trace,
        Debug,
        Information,
        Warning,
        Error,
        Critical,
        None,
    }

    public interface ILogger
    {
        void Log<TState>(LogLevel logLevel, int eventId, TState state, Exception exception, Func<TState, Exception, string> formatter);
    }

    public interface ILogger<out TCategoryName> : ILogger
    {
    }

    public static class LoggerExtensions
    {
        public static void LogInformation(this ILogger logger, string message, params object[] args) =>
            logger.Log(LogLevel.Information, message, args);

        public static void Log(this ILogger logger, LogLevel logLevel, string message, params object[] args) =>
            logger.Log(logLevel, 0, args, null, (values, _) => Filled(message, values));

        private static string Filled(string message, IReadOnlyList<object> values)
        {
            int place = 0;
            return Regex.Replace(message, "{[A-Za-z]+}", _ => Convert.ToString(values[place++]));
        }
    }
}
