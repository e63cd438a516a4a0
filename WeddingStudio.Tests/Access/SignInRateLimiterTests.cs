using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WeddingStudio.Engine.Data;
using WeddingStudio.Web.Access.SigningIn;

namespace WeddingStudio.Tests.Access;

/// <summary>Guessing becomes slow, and nobody else does.</summary>
public sealed class SignInRateLimiterTests
{
    private readonly HeldClock _clock = new();
    private readonly SignInRateLimiter _brake;
    private int _looked;

    public SignInRateLimiterTests() => _brake = new SignInRateLimiter(_clock);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 0)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(11, 8)]
    [InlineData(12, 15)]
    [InlineData(1000, 15)]
    public void Each_wrong_password_after_the_first_eight_doubles_the_time_until_the_next(int wrong, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new SignInRateLimiter.Allowance(8, TimeSpan.FromSeconds(15)).After(wrong));

    [Fact]
    public async Task A_guess_is_not_even_looked_at_before_its_turn_and_many_at_once_take_turns()
    {
        await GuessAsync("10.0.0.1", "MIA", 8);
        var guesses = Enumerable.Range(0, 4).Select(_ => _brake.TryAsync("10.0.0.1", "MIA", WrongAsync, Ct)).ToList();

        foreach (var (seconds, looked) in ((int, int)[])[(1, 9), (2, 10), (4, 11), (8, 12)])
        {
            await Eventually.IsAsync(() => Task.FromResult(_clock.Waiting == 1));
            Assert.Equal(looked - 1, _looked);
            _clock.Pass(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            Assert.Equal(looked - 1, _looked);
            _clock.Pass(TimeSpan.FromTicks(1));
            await Eventually.IsAsync(() => Task.FromResult(_looked == looked));
        }

        Assert.All(await Task.WhenAll(guesses), right => Assert.False(right));
    }

    [Fact]
    public async Task The_right_password_waits_for_nobody_who_guesses_from_elsewhere_or_at_another_name()
    {
        await GuessAsync("10.0.0.1", "MIA", 8);
        var guess = _brake.TryAsync("10.0.0.1", "MIA", WrongAsync, Ct);

        Assert.True(await _brake.TryAsync("10.0.0.2", "MIA", RightAsync, Ct));
        Assert.True(await _brake.TryAsync("10.0.0.1", "ANNA", RightAsync, Ct));
        Assert.True(await _brake.TryKnownAsync("this browser", RightAsync, Ct));
        Assert.False(guess.IsCompleted);
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.False(await guess);
    }

    [Fact]
    public async Task The_right_password_ends_the_waiting_and_so_does_a_quarter_of_an_hour()
    {
        await GuessAsync("10.0.0.1", "MIA", 8);
        var right = _brake.TryAsync("10.0.0.1", "MIA", RightAsync, Ct);
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.True(await right);
        await GuessAsync("10.0.0.1", "MIA", 8);

        _clock.Pass(TimeSpan.FromMinutes(16));

        await GuessAsync("10.0.0.1", "MIA", 8);
    }

    [Fact]
    public async Task Whoever_guesses_at_many_names_waits_too_and_a_name_of_their_own_does_not_wipe_it_out()
    {
        for (var name = 0; name < 40; name++)
            await GuessAsync("10.0.0.1", $"NAME{name}", 1);

        var own = _brake.TryAsync("10.0.0.1", "MALLORY", RightAsync, Ct);
        await Eventually.IsAsync(() => Task.FromResult(_clock.Waiting == 1));
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.True(await own);
        var next = _brake.TryAsync("10.0.0.1", "MIA", WrongAsync, Ct);

        await Eventually.IsAsync(() => Task.FromResult(_clock.Waiting == 1));
        Assert.False(next.IsCompleted);
        Assert.True(await _brake.TryAsync("10.0.0.2", "MIA", RightAsync, Ct));
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.False(await next);
    }

    [Fact]
    public async Task A_browser_that_was_in_before_gets_in_while_somebody_at_its_address_keeps_the_door_busy()
    {
        await using var studio = new StudioApp(services => services.AddSingleton(_brake));
        await studio.AddUserAsync("Mia", StudioUser.PlannerRole);
        using var known = await studio.SignedInAsync("Mia");
        using var stranger = studio.Visitor();
        using var attacker = studio.Visitor();
        await StaticForm.SendAsync(known, "/sign-out");
        for (var attempt = 0; attempt < 8; attempt++)
            await TryAsync(attacker, "wrong password");
        var busy = Enumerable.Range(0, 10).Select(_ => TryAsync(attacker, "wrong password")).ToList();
        await Eventually.IsAsync(() => Task.FromResult(_clock.Waiting == 1));
        await Eventually.IsAsync(() => IsRefusedAsync(stranger));

        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(known, StudioApp.Password)).StatusCode);

        await Eventually.IsAsync(() =>
        {
            _clock.Pass(TimeSpan.FromSeconds(15));
            return Task.FromResult(busy.TrueForAll(attempt => attempt.IsCompleted));
        });
    }

    /// <summary>Who comes before the line is full is not refused but stands in it, for as long as the clock is held.</summary>
    private static async Task<bool> IsRefusedAsync(HttpClient visitor)
    {
        var attempt = TryAsync(visitor, StudioApp.Password);
        return await Task.WhenAny(attempt, Task.Delay(TimeSpan.FromSeconds(5), Ct)) == attempt
            && (await (await attempt).Content.ReadAsStringAsync(Ct)).Contains("Too many tries");
    }

    private async Task GuessAsync(string address, string name, int times)
    {
        for (var guess = 0; guess < times; guess++)
            Assert.False(await _brake.TryAsync(address, name, WrongAsync, Ct));
    }

    private Task<bool> WrongAsync()
    {
        Interlocked.Increment(ref _looked);
        return Task.FromResult(false);
    }

    private static Task<bool> RightAsync() => Task.FromResult(true);

    private static Task<HttpResponseMessage> TryAsync(HttpClient visitor, string password) =>
        StaticForm.SendAsync(visitor, "/sign-in", ("Form.Name", "Mia"), ("Form.Password", password));
}
