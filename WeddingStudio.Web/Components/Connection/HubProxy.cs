using System.Collections.Concurrent;
using System.Reflection;

namespace WeddingStudio.Web.Components.Connection;

/// <summary>An interface of the hub whose calls become messages: method by name, arguments in order.</summary>
internal class HubProxy<THub> : DispatchProxy where THub : class
{
    private StudioConnection _studio = null!;

    public static THub Of(StudioConnection studio)
    {
        var proxy = Create<THub, HubProxy<THub>>();
        ((HubProxy<THub>)(object)proxy)._studio = studio;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => HubCall.Of(targetMethod!)(_studio, args ?? []);
}

/// <summary>How a method of the contracts is asked for; found out once per method.</summary>
internal static class HubCall
{
    private static readonly ConcurrentDictionary<MethodInfo, Func<StudioConnection, object?[], Task>> _calls = new();

    public static Func<StudioConnection, object?[], Task> Of(MethodInfo method) => _calls.GetOrAdd(method, Make);

    private static Func<StudioConnection, object?[], Task> Make(MethodInfo method)
    {
        // A plain Task is asked for as any answer that nobody looks at.
        var answer = method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : typeof(object);
        return typeof(HubCall).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(answer)
            .CreateDelegate<Func<MethodInfo, Func<StudioConnection, object?[], Task>>>()(method);
    }

    private static Func<StudioConnection, object?[], Task> Typed<T>(MethodInfo method) =>
        method.GetCustomAttribute<TakesLongAttribute>() is null
        ? (studio, arguments) => studio.AskInTurnAsync<T>(method.Name, arguments)
        : (studio, arguments) => studio.AskAsync<T>(method.Name, arguments);
}
